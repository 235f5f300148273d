import type { ReactNode } from "react";
import type { describeItemForm } from "#app/screens/public/evidence-item.ts";
import { Button } from "#app/ui/button.tsx";
import {
  CheckboxesField,
  RadiosField,
  SelectField,
} from "#app/ui/choice-fields.tsx";
import { typedFormId } from "#app/ui/language.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import { LongTextField, TextField } from "#app/ui/text-fields.tsx";
import type { Words } from "#app/words/words.ts";
import {
  keepingAttributes,
  keepingUntilSaved,
  TypedKeeping,
} from "../_public.respond.$call.$page/typed-keeping.tsx";

type Fields = ReturnType<typeof describeItemForm>;
type Field = Fields["about"][number];

export type ItemFormView = {
  fields: Fields;
  typed: Record<string, string[]>;
  marks: Record<string, string>;
  ownPath: string;
  listPath: string;
  kind: string;
  isNew: boolean;
  /** What its words are known by in this browser while they are typed; undefined where none are kept. */
  kept?: { callSlug: string; pageId: string };
};

type ItemFormProps = {
  view: ItemFormView;
  errors: Record<string, string[]>;
  /** What another tab has saved, in words. */
  savedText: string | undefined;
  /** It came back with what was typed, and nothing of it is saved. */
  isUnsaved: boolean;
  words: Words;
  /** To be read before the button is pressed. */
  children?: ReactNode;
};

/** One piece of evidence, written by hand. */
export function ItemForm(props: ItemFormProps) {
  const { view, savedText, isUnsaved, words } = props;
  const { evidence } = words;
  const keeping = keepingUntilSaved(words);
  return (
    <form
      id={typedFormId}
      method="post"
      action={view.ownPath}
      {...(view.kept &&
        keepingAttributes({ ...view.kept, isUnsaved }, keeping))}
      noValidate
    >
      <PageMarks marks={view.marks} />
      {view.isNew && <input type="hidden" name="kind" value={view.kind} />}
      {view.fields.about.map((field) => (
        <ItemField key={field.name} field={field} {...props} />
      ))}
      <Part heading={evidence.aboutHeading}>
        {view.fields.findings.map((field) => (
          <ItemField key={field.name} field={field} {...props} />
        ))}
      </Part>
      {savedText !== undefined && (
        <div className="govuk-inset-text">
          <h2 className="govuk-heading-s">{words.page.savedHeading}</h2>
          <p className="govuk-body heard-answer" dir="auto">
            {savedText}
          </p>
        </div>
      )}
      {props.children}
      <div className="govuk-button-group">
        <Button>
          {savedText === undefined ? evidence.save : evidence.keepTyped}
        </Button>
        <a
          className="govuk-link"
          href={view.listPath}
          data-heard-keep-saved={savedText === undefined ? undefined : ""}
        >
          {savedText === undefined ? evidence.backToList : evidence.keepSaved}
        </a>
      </div>
      {view.kept && <TypedKeeping keeping={keeping} saving={evidence.saving} />}
    </form>
  );
}

function ItemField({
  field,
  view,
  errors,
  words,
}: ItemFormProps & { field: Field }) {
  const { name, label, hint, control, rows, choices = [] } = field;
  const values = view.typed[name] ?? [];
  const base = {
    name,
    label,
    hint,
    optionalLabel:
      name === "title" || name === "kind" ? undefined : words.form.optional,
    error: errors[name]?.join("\n"),
    errorPrefix: words.form.errorPrefix,
    defaultValue: values[0],
  };
  switch (control) {
    case "text":
      return <TextField {...base} type="text" spellCheck={false} />;
    case "long-text":
      return <LongTextField {...base} rows={rows ?? 3} />;
    case "select":
      return <SelectField {...base} choices={choices} />;
    case "radios":
      return (
        <RadiosField
          {...base}
          choices={choices}
          isSmall
          noAnswerLabel={words.form.noAnswer}
        />
      );
    case "checkboxes":
      return (
        <CheckboxesField
          {...base}
          choices={choices}
          isSmall
          defaultValue={values}
        />
      );
  }
}
