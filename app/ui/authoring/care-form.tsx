import { Button } from "../button.tsx";
import {
  describedBy,
  errorId,
  FieldAdvice,
  FieldGroup,
} from "../field-frame.tsx";
import {
  fieldProps,
  type FormReply,
  sentList,
  sentText,
} from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";
import { seenIn } from "./about-form.tsx";
import { adviceAt, type AdviceBeside, advisedProps } from "./advice-beside.tsx";
import { EnterSaves, MoveButtons } from "./move-buttons.tsx";
import { DropsWelsh, OtherText, TranslationStays } from "./editor-parts.tsx";

type HelpLine = {
  who: string;
  reached: string;
  phone: string;
  address: string;
};

type CareFormProps = {
  form: {
    seen: string;
    danger: string;
    exitTo: string;
    helpLines: HelpLine[];
    isTranslated: boolean;
    advice: AdviceBeside;
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** What to do in danger, who can help, and where the way off leads. */
export function CareForm({ form, reply }: CareFormProps) {
  const { danger, exitTo } = form;
  const lines = reply ? sentLines(reply) : form.helpLines;
  const count = lines.filter(({ who }) => who !== "").length;
  return (
    <form method="post" noValidate>
      <EnterSaves />
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {form.isTranslated && <TranslationStays />}
      <LongTextField
        {...advisedProps(form, reply, { name: "danger", value: danger })}
        label="What to do where somebody is in danger now"
        hint="A whole sentence, such as “If someone is in danger now, phone 999.” It stands wherever people write."
        rows={2}
      />
      {lines.map((helpLine, index) => (
        <HelpLineFields
          key={index}
          {...{ helpLine, index, count, reply, advice: form.advice }}
        />
      ))}
      <TextField
        {...fieldProps(reply, "exitTo", exitTo)}
        label="Where “Exit this page” leads"
        optionalLabel="(optional)"
        hint="A page that anybody might read, such as the weather. With it the browser’s titles say nothing of the call."
        autoComplete="off"
        spellCheck={false}
      />
      <DropsWelsh reply={reply} />
      {reply?.isConflict && <OtherText texts={otherTexts(form, reply)} />}
      <Button>Save</Button>
    </form>
  );
}

function HelpLineFields({
  helpLine,
  index,
  count,
  reply,
  advice,
}: {
  helpLine: HelpLine;
  index: number;
  /** How many there are, which stand before the empty ones. */
  count: number;
  reply: FormReply | undefined;
  advice: AdviceBeside;
}) {
  const errors = names.map(({ name }) => errorOf(reply, name, index));
  return (
    <FieldGroup error={errors.find(Boolean)}>
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          Help line {index + 1}
        </legend>
        {names.map(({ name, label }, at) => (
          <HelpLineBox
            key={name}
            {...{ name, label, error: errors[at], value: helpLine[name] }}
            advice={adviceAt(advice, reply, `${name}[${index}]`)}
            id={
              isFirstToMend(reply, name, index) ? name : `${name}-${index + 1}`
            }
          />
        ))}
        {index < count && count > 1 && (
          <MoveButtons
            item={String(index)}
            name={`the help line “${helpLine.who}”`}
            place={index + 1}
            count={count}
          />
        )}
      </fieldset>
    </FieldGroup>
  );
}

function HelpLineBox({
  id,
  name,
  label,
  value,
  error,
  advice,
}: {
  id: string;
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  advice: string[] | undefined;
}) {
  return (
    <div className="govuk-form-group heard-short-group">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {error && (
        <p id={errorId(id)} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <input
        className={error ? "govuk-input govuk-input--error" : "govuk-input"}
        id={id}
        name={name}
        autoComplete="off"
        inputMode={name === "phone" ? "tel" : undefined}
        dir="auto"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ name: id, error, advice })}
      />
      <FieldAdvice id={id} advice={advice} />
    </div>
  );
}

/** What is said of all help lines is said at the first. */
function errorOf(
  reply: FormReply | undefined,
  name: string,
  index: number,
): string | undefined {
  return (
    reply?.errors[`${name}[${index}]`] ??
    (index === 0 ? reply?.errors[name] : undefined)
  );
}

/** The box that the summary of errors leads to. */
function isFirstToMend(
  reply: FormReply | undefined,
  name: string,
  index: number,
): boolean {
  const [first] = Object.keys(reply?.errors ?? {}).flatMap((key) =>
    key.startsWith(`${name}[`) ? [Number(key.slice(name.length + 1, -1))] : [],
  );
  return index === (first ?? 0);
}

const names = [
  { name: "who", label: "Who can help, and whom" },
  { name: "reached", label: "How and when they are reached" },
  { name: "phone", label: "Phone (optional)" },
  { name: "address", label: "Web address (optional)" },
] as const;

function sentLines(reply: FormReply): HelpLine[] {
  const of = (name: string) => sentList(reply, name);
  return of("who").map((who, index) => ({
    who,
    reached: of("reached")[index] ?? "",
    phone: of("phone")[index] ?? "",
    address: of("address")[index] ?? "",
  }));
}

function otherTexts(form: CareFormProps["form"], reply: FormReply) {
  const told = (lines: HelpLine[]) =>
    lines
      .map((one) => Object.values(one).filter(Boolean).join(", "))
      .filter(Boolean)
      .join("\n");
  const texts = [
    {
      ...{ label: "In danger", text: form.danger },
      mine: sentText(reply, "danger"),
    },
    {
      ...{ label: "Help lines", text: told(form.helpLines) },
      mine: told(sentLines(reply)),
    },
    {
      ...{ label: "Where “Exit this page” leads", text: form.exitTo },
      mine: sentText(reply, "exitTo"),
    },
  ];
  return texts.filter(({ text, mine }) => text !== mine);
}
