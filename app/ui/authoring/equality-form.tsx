import { Button } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { type FormReply, sentText } from "../form-reply.tsx";
import { seenIn } from "./about-form.tsx";
import { OtherText } from "./editor-parts.tsx";

type EqualityFormProps = {
  form: {
    seen: string;
    chosen: string;
    choices: Choice[];
    warning: string | undefined;
    lists: {
      heading: string;
      why: string;
      questions: { label: string; choices: string; isSecond: boolean }[];
    }[];
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** Whether the person is asked about themselves, with what would be asked below. */
export function EqualityForm({ form, reply }: EqualityFormProps) {
  const { chosen, choices, lists } = form;
  const theirs = choices.find(({ value }) => value === chosen)?.label ?? "";
  return (
    <>
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
        {form.warning && <p className="govuk-body">{form.warning}</p>}
        <RadiosField
          name="ask"
          label="Questions about the person"
          choices={choices}
          defaultValue={sentText(reply, "ask", chosen)}
          error={reply?.errors.ask}
        />
        {reply?.isConflict && (
          <OtherText
            texts={[{ label: "Questions about the person", text: theirs }]}
          />
        )}
        <Button>Save</Button>
      </form>
      {lists.map(({ heading, why, questions }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <p className="govuk-body">{why}</p>
          <ul className="govuk-list govuk-list--spaced">
            {questions.map((one) => (
              <li key={one.label}>
                {one.label}
                <span className="heard-ordered__facts">
                  {one.isSecond && "Asked after an answer above. "}
                  {one.choices}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
