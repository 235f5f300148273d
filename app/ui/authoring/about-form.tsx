import { Button } from "../button.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";
import { type AdviceBeside, advisedProps } from "./advice-beside.tsx";
import { DropsWelsh, OtherText, TranslationStays } from "./editor-parts.tsx";

type AboutFormProps = {
  form: {
    seen: string;
    fields: {
      name: string;
      label: string;
      hint?: string | undefined;
      value: string;
      rows?: number | undefined;
    }[];
    audience: string;
    minutes: string;
    isTranslated: boolean;
    advice: AdviceBeside;
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** What a call says of itself. Any of it may be left empty until the call is published. */
export function AboutForm({ form, reply }: AboutFormProps) {
  const { fields, audience, minutes } = form;
  const texts = [
    ...fields.map(({ name, label, value }) => ({ name, label, text: value })),
    { name: "audience", label: "For whom, in a few words", text: audience },
    { name: "minutes", label: "Minutes it takes", text: minutes },
  ];
  const others = reply?.isConflict
    ? texts.filter(({ name, text }) => sentText(reply, name) !== text)
    : [];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {form.isTranslated && <TranslationStays />}
      {fields.map(({ rows, value, ...field }) =>
        rows === undefined ? (
          <TextField
            key={field.name}
            {...field}
            {...advisedProps(form, reply, { name: field.name, value })}
            autoComplete="off"
          />
        ) : (
          <LongTextField
            key={field.name}
            {...field}
            {...advisedProps(form, reply, { name: field.name, value })}
            rows={rows}
          />
        ),
      )}
      <TextField
        {...advisedProps(form, reply, { name: "audience", value: audience })}
        label="For whom, in a few words"
        optionalLabel="(optional)"
        hint="Such as “For anyone”"
        autoComplete="off"
      />
      <TextField
        {...fieldProps(reply, "minutes", minutes)}
        label="Minutes it takes most people"
        optionalLabel="(optional)"
        inputMode="numeric"
        autoComplete="off"
        widthCharacters={3}
      />
      <DropsWelsh reply={reply} />
      {reply?.isConflict && <OtherText texts={others} />}
      <Button>Save</Button>
    </form>
  );
}

/** Which text the form is over: the one it was opened with, until a colleague's stands beside it. */
export function seenIn(
  seen: string,
  reply: (FormReply & { isConflict: boolean }) | undefined,
): string {
  return reply && !reply.isConflict ? sentText(reply, "seen", seen) : seen;
}
