import { Button } from "../button.tsx";
import { CheckboxesField, type Choice } from "../choice-fields.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";
import { Part } from "../page-parts.tsx";

type Whole = { name: string; button: string; questions: string[] };

/** A button for each named group of the bank, and boxes for questions one by one. */
export function TakeForms({
  wholes,
  choices,
  reply,
}: {
  wholes: Whole[];
  choices: Choice[];
  reply: FormReply | undefined;
}) {
  return (
    <>
      {wholes.length > 0 && (
        <Part heading="A whole group">
          {wholes.map(({ name, button, questions }) => (
            <form key={name} method="post" noValidate>
              <p className="govuk-body">{questions.join(", ")}</p>
              <Button kind="secondary" name="whole" value={name}>
                {button}
              </Button>
            </form>
          ))}
        </Part>
      )}
      <form method="post" noValidate>
        <CheckboxesField
          name="item"
          label={wholes.length > 0 ? "Or one by one" : "Which questions?"}
          isSmall
          choices={choices}
          defaultValue={sentList(reply, "item")}
          error={reply?.errors.item}
        />
        <Button>Take the chosen questions</Button>
      </form>
    </>
  );
}
