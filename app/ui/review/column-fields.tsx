import { Button } from "../button.tsx";
import { type Choice, RadiosField, SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type ColumnFieldsProps = {
  headings: string[];
  questions: { field: string; label: string }[];
  channels: Choice[];
  formats: Choice[];
  /** What was said last, or what is guessed. */
  stored: Record<string, string>;
  reply: FormReply | undefined;
};

/** Which column answers which question, and how the rows came in. */
export function ColumnFields(props: ColumnFieldsProps) {
  const { headings, questions, stored, reply } = props;
  const columns = headings.map((label, at) => ({ value: String(at), label }));
  const of = (name: string) => fieldProps(reply, name, stored[name]);
  return (
    <>
      <RadiosField
        {...of("channel")}
        label="How did they reach the review?"
        choices={props.channels}
        isInline
        isSmall
      />
      <h2 className="govuk-heading-m" id="answers">
        Which column answers which question?
      </h2>
      {reply?.errors.answers && (
        <p className="govuk-error-message">{reply.errors.answers}</p>
      )}
      <p className="govuk-hint">
        Guessed from the headings: look at each. Several choices in one cell are
        parted by “;”.
      </p>
      {questions.map(({ field, label }) => (
        <SelectField
          key={field}
          {...of(field)}
          label={label}
          choices={columns}
          emptyLabel="No column"
        />
      ))}
      <h2 className="govuk-heading-m">When they came, and their numbers</h2>
      <SelectField
        {...of("received")}
        label="The column with the day on which each came"
        choices={columns}
        emptyLabel="No column: one day for all"
      />
      <TextField
        {...of("sameDay")}
        label="One day for all"
        hint="Where there is no column for it. For example, 31/5/2026"
        widthCharacters={10}
        autoComplete="off"
      />
      <SelectField
        {...of("format")}
        label="How dates are written in the file"
        hint="This is not guessed for each row: 01/02/2026 is one day or another. A bare number such as 45983 is read as Excel counts days: 22/11/2025."
        choices={props.formats}
      />
      <SelectField
        {...of("sourceId")}
        label="The column with each one’s own number"
        hint="By it a row is known that came in before with another file."
        choices={columns}
        emptyLabel="No column"
      />
      <SelectField
        {...of("files")}
        label="The column with the names of the files that came with each (optional)"
        hint="Several in one cell are parted by “;” or “|”. You bring the files themselves in a ZIP on the next page."
        choices={columns}
        emptyLabel="No column"
      />
      <Button>Check every row</Button>
    </>
  );
}
