import { OtherText } from "../authoring/editor-parts.tsx";
import { seenIn } from "../authoring/about-form.tsx";
import { Button } from "../button.tsx";
import { CheckboxesField, type Choice } from "../choice-fields.tsx";
import {
  fieldProps,
  type FormReply,
  sentList,
  sentText,
} from "../form-reply.tsx";
import { Part } from "../page-parts.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";
import { WordsFields, type WordsFormProps } from "./words-form.tsx";

type SettingsFormProps = {
  form: {
    seen: string;
    words: WordsFormProps["form"]["fields"];
    contactEmail: string;
    alsoIn: string[];
    languages: Choice[];
    hours: string;
    nextStep: string;
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** What the review says of itself on every page, and by when a case is taken up. */
export function SettingsForm({ form, reply }: SettingsFormProps) {
  const { words, contactEmail, hours, nextStep } = form;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {words.map((field) => (
        <WordsFields key={field.name} field={field} reply={reply} />
      ))}
      <TextField
        {...fieldProps(reply, "contactEmail", contactEmail)}
        label="Address for help"
        hint="At the foot of every page: somebody should read it each working day"
        type="email"
        autoComplete="off"
        widthCharacters={30}
      />
      <CheckboxesField
        name="alsoIn"
        label="Other languages of the portal"
        hint="People can choose them on pages that are no call’s. Each call says in which it is offered."
        choices={form.languages}
        defaultValue={reply?.sent ? sentList(reply, "alsoIn") : form.alsoIn}
        error={reply?.errors.alsoIn}
      />
      <Part heading="Safeguarding">
        <TextField
          {...fieldProps(reply, "hours", hours)}
          label="Hours within which a case is taken up"
          hint="Then those who decide about cases are told again"
          inputMode="numeric"
          autoComplete="off"
          widthCharacters={3}
        />
        <LongTextField
          {...fieldProps(reply, "nextStep", nextStep)}
          label="What a reader does who has flagged something"
          optionalLabel="(optional)"
          hint="In your own words; a calm sentence of ours where this is empty"
          rows={4}
        />
      </Part>
      <OtherSettings form={form} reply={reply} />
      <Button>Save</Button>
    </form>
  );
}

/** What a colleague saved meanwhile, of what differs. */
function OtherSettings({ form, reply }: SettingsFormProps) {
  const { words, contactEmail, hours, nextStep } = form;
  const texts = [
    ...words.flatMap(({ name, label, en, cy }) => [
      { name, label, text: en },
      { name: `${name}Cy`, label: `${label}, in Welsh`, text: cy },
    ]),
    { name: "contactEmail", label: "Address for help", text: contactEmail },
    { name: "hours", label: "Hours", text: hours },
    { name: "nextStep", label: "What a reader does", text: nextStep },
  ];
  const others = reply?.isConflict
    ? texts.filter(({ name, text }) => sentText(reply, name) !== text)
    : [];
  return others.length > 0 ? <OtherText texts={others} /> : null;
}
