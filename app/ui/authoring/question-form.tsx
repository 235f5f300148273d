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
import { adviceAt, type AdviceBeside, advisedProps } from "./advice-beside.tsx";
import { DropsWelsh, OtherText, TranslationStays } from "./editor-parts.tsx";
import { EnterSaves } from "./move-buttons.tsx";
import { OptionFields, type OptionsWords } from "./option-fields.tsx";

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
  options: OptionsWords | undefined;
  missingMessage: string;
  meanings: Choice[];
  meaning: string;
  /** What one of those is called that it is asked of; undefined of a question that is asked once. */
  itemName: string | undefined;
  asksFirst: boolean;
  /** The id of the question that asks it several times; empty where none does. */
  group: string;
  advice: AdviceBeside;
};

type QuestionFormProps = {
  form: QuestionFormWords;
  reply: (FormReply & { isConflict: boolean }) | undefined;
  button: string;
};

/** A question: its words, what it is answered with, and what hangs on it. */
export function QuestionForm({ form, reply, button }: QuestionFormProps) {
  const { advice } = form;
  const said = (name: "label" | "hint" | "missingMessage") =>
    advisedProps(form, reply, { name, value: form[name] });
  return (
    <form method="post" noValidate>
      {form.options && <EnterSaves />}
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      <input type="hidden" name="type" value={form.type} />
      {form.group && <input type="hidden" name="group" value={form.group} />}
      {form.isTranslated && <TranslationStays />}
      <TextField {...said("label")} label="Question" autoComplete="off" />
      <LongTextField
        {...said("hint")}
        label="Hint"
        optionalLabel="(optional)"
        hint="What helps to answer it, below the question"
        rows={3}
      />
      {form.itemName !== undefined && (
        <GroupFields form={form} itemName={form.itemName} reply={reply} />
      )}
      {form.options && (
        <OptionFields options={form.options} {...{ advice, reply }} />
      )}
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
        advice={adviceAt(advice, reply, "settings")}
      />
      <TextField
        {...said("missingMessage")}
        label="What is said where the answer is missing"
        optionalLabel="(optional)"
        hint="Such as “Enter what should change”. Only where it must be answered"
        autoComplete="off"
      />
      {form.meanings.length > 0 && (
        <RadiosField
          name="meaning"
          label="What hangs on the answer"
          isSmall
          choices={form.meanings}
          defaultValue={sentText(reply, "meaning", form.meaning)}
          error={reply?.errors.meaning}
        />
      )}
      <DropsWelsh reply={reply} />
      {reply?.isConflict && <OtherText texts={textsOf(form)} />}
      <Button>{button}</Button>
    </form>
  );
}

/** What one of those is called that the questions are asked of, and the first question of a new one. */
function GroupFields({
  form,
  itemName,
  reply,
}: {
  form: QuestionFormWords;
  itemName: string;
  reply: FormReply | undefined;
}) {
  return (
    <>
      <TextField
        {...advisedProps(form, reply, { name: "itemName", value: itemName })}
        label="What one of them is called"
        hint="With a capital, such as “Placement”: people see “Placement 1”"
        autoComplete="off"
        widthCharacters={20}
      />
      {form.asksFirst && (
        <TextField
          {...fieldProps(reply, "firstQuestion")}
          label="The first question that is asked of each"
          hint="Answered in a few words. More questions, of other kinds, are added afterwards"
          autoComplete="off"
        />
      )}
    </>
  );
}

function textsOf(form: QuestionFormWords) {
  const { label, hint, missingMessage, itemName } = form;
  const words = (form.options?.boxes ?? [])
    .map((one) => [one.label, one.hint].filter(Boolean).join(": "))
    .filter(Boolean);
  return [
    { label: "Question", text: label },
    { label: "Hint", text: hint },
    { label: "Where the answer is missing", text: missingMessage },
    ...(itemName === undefined
      ? []
      : [{ label: "What one of them is called", text: itemName }]),
    ...(words.length > 0 ? [{ label: "Options", text: words.join("\n") }] : []),
  ];
}
