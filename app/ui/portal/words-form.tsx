import { OtherText } from "../authoring/editor-parts.tsx";
import { seenIn } from "../authoring/about-form.tsx";
import { Button } from "../button.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";

export type WordsFormProps = {
  form: {
    seen: string;
    fields: {
      name: string;
      label: string;
      hint?: string | undefined;
      /** What stands there now, in each language. */
      en: string;
      cy: string;
      /** Of a long text. */
      rows?: number | undefined;
      isOptional?: boolean;
    }[];
    /** Whether it can be removed here. */
    removes?: string | undefined;
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** Texts in English and Welsh, each beside the other. */
export function WordsForm({ form, reply }: WordsFormProps) {
  const { fields, removes } = form;
  const texts = fields.flatMap(({ name, label, en, cy }) => [
    { name, label, text: en },
    { name: `${name}Cy`, label: `${label}, in Welsh`, text: cy },
  ]);
  const others = reply?.isConflict
    ? texts.filter(({ name, text }) => sentText(reply, name) !== text)
    : [];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {fields.map((field) => (
        <WordsFields key={field.name} field={field} reply={reply} />
      ))}
      {others.length > 0 && <OtherText texts={others} />}
      <div className="govuk-button-group">
        <Button>Save</Button>
        {removes && (
          <Button kind="secondary" name="step" value="remove">
            {removes}
          </Button>
        )}
      </div>
    </form>
  );
}

type WordsFieldsProps = {
  field: WordsFormProps["form"]["fields"][number];
  reply: FormReply | undefined;
};

/** One text in English, and beside it in Welsh. */
export function WordsFields({ field, reply }: WordsFieldsProps) {
  const { name, label, hint, en, cy, rows } = field;
  return (
    <div className="heard-languages">
      <OneText
        {...{ name, label, hint, rows, reply }}
        value={en}
        optionalLabel={field.isOptional ? "(optional)" : undefined}
      />
      <OneText
        {...{ rows, reply }}
        name={`${name}Cy`}
        label={`${label}, in Welsh`}
        optionalLabel="(optional)"
        value={cy}
      />
    </div>
  );
}

type OneTextProps = {
  name: string;
  label: string;
  optionalLabel?: string | undefined;
  hint?: string | undefined;
  rows: number | undefined;
  value: string;
  reply: FormReply | undefined;
};

function OneText({ name, rows, value, reply, ...words }: OneTextProps) {
  const field = { ...words, ...fieldProps(reply, name, value) };
  return rows === undefined ? (
    <TextField {...field} autoComplete="off" />
  ) : (
    <LongTextField {...field} rows={rows} />
  );
}
