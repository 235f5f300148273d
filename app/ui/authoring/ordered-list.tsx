import { Button } from "../button.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";
import { StatusTag } from "../page-parts.tsx";
import { AdviceLine, type AdviceLineWords } from "./advice-beside.tsx";
import { EnterSaves, MoveButtons } from "./move-buttons.tsx";

type OrderedItem = {
  key: string;
  place: number;
  name: string;
  href: string | undefined;
  facts: string;
  mark?: string | undefined;
  advice?: AdviceLineWords;
};

/** Things in their order, each with a box for the number of another place. */
export function OrderedList({
  items,
  what,
  action,
  hasMoves = false,
  reply,
}: {
  items: OrderedItem[];
  /** "page", "question" */
  what: string;
  /** Where the order is sent, where that is not the page itself. */
  action?: string;
  /** Whether each has buttons that move it by one place. */
  hasMoves?: boolean;
  reply: FormReply | undefined;
}) {
  const typed = sentList(reply, "place");
  return (
    <form method="post" action={action} noValidate>
      {hasMoves && <EnterSaves />}
      <ol className="heard-ordered" data-heard-order="place">
        {items.map((item, index) => (
          <OrderedLine
            key={item.key}
            item={item}
            id={index === 0 ? "place" : `place-${index + 1}`}
            what={what}
            count={hasMoves ? items.length : 1}
            typed={typed.length === items.length ? typed[index] : undefined}
          />
        ))}
      </ol>
      {items.length > 1 && <Button kind="secondary">Save the order</Button>}
    </form>
  );
}

function OrderedLine({
  item,
  id,
  what,
  count,
  typed,
}: {
  item: OrderedItem;
  id: string;
  what: string;
  count: number;
  typed: string | undefined;
}) {
  return (
    <li className="heard-ordered__item">
      <div className="heard-ordered__place">
        <input type="hidden" name="page" value={item.key} />
        <label className="govuk-visually-hidden" htmlFor={id}>
          {`Place of the ${what} “${item.name}”`}
        </label>
        <input
          className="govuk-input govuk-input--width-2"
          id={id}
          name="place"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed ?? item.place}
        />
      </div>
      <div className="heard-ordered__words">
        {item.href ? (
          <a className="govuk-link" href={item.href}>
            {item.name}
          </a>
        ) : (
          item.name
        )}
        <span className="heard-ordered__facts">{item.facts}</span>
        <AdviceLine line={item.advice} of={`the ${what} “${item.name}”`} />
      </div>
      {item.mark && (
        <div className="heard-ordered__mark">
          <StatusTag colour={item.mark === "New" ? "green" : "blue"}>
            {item.mark}
          </StatusTag>
        </div>
      )}
      {count > 1 && (
        <MoveButtons
          item={item.key}
          name={`the ${what} “${item.name}”`}
          place={item.place}
          count={count}
        />
      )}
    </li>
  );
}
