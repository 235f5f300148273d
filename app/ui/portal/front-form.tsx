import { Button } from "../button.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";

type FrontFormProps = {
  sections: {
    key: string;
    place: number;
    name: string;
    facts: string;
    isShown: boolean;
    isAlways: boolean;
  }[];
  reply: FormReply | undefined;
};

/** The sections of the first page, each with the number of its place and whether it is shown. */
export function FrontForm({ sections, reply }: FrontFormProps) {
  const places = sentList(reply, "place");
  const shown = reply ? sentList(reply, "shown") : undefined;
  return (
    <form method="post" noValidate>
      <ol className="heard-ordered">
        {sections.map((section, index) => (
          <FrontLine
            key={section.key}
            section={section}
            place={places[index]}
            id={index === 0 ? "place" : `place-${index + 1}`}
            isShown={shown ? shown.includes(section.key) : section.isShown}
          />
        ))}
      </ol>
      <Button>Save</Button>
    </form>
  );
}

function FrontLine({
  section: { key, name, facts, isAlways, ...section },
  place,
  id,
  isShown,
}: {
  section: FrontFormProps["sections"][number];
  place: string | undefined;
  id: string;
  isShown: boolean;
}) {
  return (
    <li className="heard-ordered__item">
      <div className="heard-ordered__place">
        <input type="hidden" name="page" value={key} />
        <label className="govuk-visually-hidden" htmlFor={id}>
          Place of “{name}”
        </label>
        <input
          className="govuk-input govuk-input--width-2"
          id={id}
          name="place"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={place ?? section.place}
        />
      </div>
      <div className="heard-ordered__words">
        {name}
        <span className="heard-ordered__facts">{facts}</span>
      </div>
      {!isAlways && (
        <div className="heard-ordered__mark govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id={`shown-${key}`}
              name="shown"
              type="checkbox"
              value={key}
              defaultChecked={isShown}
            />
            <label
              className="govuk-label govuk-checkboxes__label"
              htmlFor={`shown-${key}`}
            >
              Show<span className="govuk-visually-hidden"> “{name}”</span>
            </label>
          </div>
        </div>
      )}
    </li>
  );
}
