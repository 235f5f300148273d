import { Button } from "../button.tsx";
import { type Choice, SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";
import { seenIn } from "./about-form.tsx";
import { type AdviceBeside, advisedProps } from "./advice-beside.tsx";
import { DropsWelsh, OtherText, TranslationStays } from "./editor-parts.tsx";

type PageFormProps = {
  form: {
    seen: string;
    title: string;
    intro: string;
    showIf: string | undefined;
    isTranslated: boolean;
    /** Where the rule is changed that the page has now. */
    ruleHref: string | undefined;
    rules: { value: string; label: string }[];
    section: string;
    sections: { value: string; label: string }[];
    advice: AdviceBeside;
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

const everybody = "Everybody";
const labelIn = (choices: Choice[], held: string) =>
  choices.find(({ value }) => value === held)?.label;

/** What a page says around its questions, and whom it is shown to. */
export function PageForm({ form, reply }: PageFormProps) {
  const { title, intro, showIf = "", rules } = form;
  const rule = labelIn(rules, showIf) ?? everybody;
  const { section } = form;
  const sectionName = labelIn(form.sections, section) ?? "None";
  const texts = [
    { name: "title", label: "Title", value: title, text: title },
    { name: "intro", label: "Introduction", value: intro, text: intro },
    {
      name: "showIf",
      label: "Who is asked this page",
      value: showIf,
      text: rule,
    },
    { name: "section", label: "Section", value: section, text: sectionName },
  ];
  const others = reply?.isConflict
    ? texts.filter(({ name, value }) => sentText(reply, name) !== value)
    : [];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {form.isTranslated && <TranslationStays />}
      <TextField
        {...advisedProps(form, reply, { name: "title", value: title })}
        label="Title"
        hint="May be left empty where the page has one question, which is its heading then"
        autoComplete="off"
      />
      <LongTextField
        {...advisedProps(form, reply, { name: "intro", value: intro })}
        label="Introduction"
        optionalLabel="(optional)"
        hint="What people should know before they answer"
        rows={4}
      />
      {rules.length > 0 && (
        <SelectField
          {...fieldProps(reply, "showIf", showIf)}
          label="Who is asked this page"
          hint="Everybody, or those for whom a rule holds"
          emptyLabel={everybody}
          choices={rules}
        />
      )}
      {form.ruleHref && (
        <p className="govuk-body">
          <a className="govuk-link" href={form.ruleHref}>
            Change the rule
          </a>
        </p>
      )}
      {form.sections.length > 0 && (
        <SelectField
          {...fieldProps(reply, "section", form.section)}
          label="Section"
          hint="Pages of one section stand together in the task list"
          emptyLabel="None"
          choices={form.sections}
        />
      )}
      <DropsWelsh reply={reply} />
      {others.length > 0 && <OtherText texts={others} />}
      <div className="govuk-button-group">
        <Button>Save the page</Button>
        <Button kind="secondary" name="then" value="new-rule">
          Save it and make a rule for who is asked
        </Button>
      </div>
    </form>
  );
}
