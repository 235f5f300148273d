import { Button } from "../button.tsx";
import {
  CheckboxesField,
  type Choice,
  RadiosField,
} from "../choice-fields.tsx";
import {
  fieldProps,
  type FormReply,
  sentList,
  sentText,
} from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";
import { seenIn } from "./about-form.tsx";
import { OtherText, TranslationStays } from "./editor-parts.tsx";
import { OptionFields } from "./option-fields.tsx";

export type QuestionFormWords = {
  type: string;
  seen: string;
  label: string;
  hint: string;
  isTranslated: boolean;
  settings: Choice[];
  chosen: string[];
  numbers: { name: string; label: string; value: string }[];
  precisions: Choice[];
  precision: string;
  options: { value: string; label: string }[] | undefined;
};

type QuestionFormProps = {
  form: QuestionFormWords;
  reply: (FormReply & { isConflict: boolean }) | undefined;
  button: string;
};

/** A question: its words, what it is answered with, and what hangs on it. */
export function QuestionForm({ form, reply, button }: QuestionFormProps) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      <input type="hidden" name="type" value={form.type} />
      {form.isTranslated && <TranslationStays />}
      <TextField
        {...fieldProps(reply, "label", form.label)}
        label="Question"
        autoComplete="off"
      />
      <LongTextField
        {...fieldProps(reply, "hint", form.hint)}
        label="Hint"
        optionalLabel="(optional)"
        hint="What helps to answer it, below the question"
        rows={3}
      />
      {form.options && <OptionFields options={form.options} reply={reply} />}
      {form.numbers.map(({ name, label, value }) => (
        <TextField
          key={name}
          {...fieldProps(reply, name, value)}
          label={label}
          optionalLabel="(optional)"
          inputMode="numeric"
          autoComplete="off"
          widthCharacters={10}
        />
      ))}
      {form.precisions.length > 0 && (
        <RadiosField
          name="precision"
          label="How much of a date is enough"
          isSmall
          choices={form.precisions}
          defaultValue={sentText(reply, "precision", form.precision)}
          error={reply?.errors.precision}
        />
      )}
      <CheckboxesField
        name="settings"
        label="About this question"
        isSmall
        choices={form.settings}
        defaultValue={reply ? sentList(reply, "settings") : form.chosen}
        error={reply?.errors.settings}
      />
      {reply?.isConflict && <OtherText texts={textsOf(form)} />}
      <Button>{button}</Button>
    </form>
  );
}

function textsOf({ label, hint, options = [] }: QuestionFormWords) {
  const words = options.map((option) => option.label).filter(Boolean);
  return [
    { label: "Question", text: label },
    { label: "Hint", text: hint },
    ...(words.length > 0 ? [{ label: "Options", text: words.join("\n") }] : []),
  ];
}
