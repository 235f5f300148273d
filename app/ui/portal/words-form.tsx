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
      {fields.map(({ name, label, hint, en, cy, rows }) => (
        <div className="heard-languages" key={name}>
          <OneText
            name={name}
            label={label}
            hint={hint}
            rows={rows}
            value={en}
            reply={reply}
          />
          <OneText
            name={`${name}Cy`}
            label={`${label}, in Welsh`}
            optionalLabel="(optional)"
            rows={rows}
            value={cy}
            reply={reply}
          />
        </div>
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

type OneTextProps = {
  name: string;
  label: string;
  optionalLabel?: string;
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
