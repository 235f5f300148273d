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
import { TextField } from "../text-fields.tsx";
import { OtherText } from "./editor-parts.tsx";

type Carried = { name: string; value: string | undefined }[];
type Way = {
  key: string;
  words: string;
  href: string;
  isNow?: boolean | undefined;
};

type QuestionStep = {
  kind: "question";
  find: string | undefined;
  carried: Carried;
  pages: { heading: string; questions: Way[] }[];
  rules: Way[];
};
type AskStep = { kind: "ask"; about: string; asks: Way[] };
type ValueStep = {
  kind: "value";
  about: string;
  ask: string;
  compared: "day" | "number" | "numbers" | "option" | "options" | "nothing";
  options: Choice[];
  values: string[];
  day: string;
  carried: Carried;
};

export type RuleStepsWords = {
  seen: string;
  theirs: string | undefined;
  step: QuestionStep | AskStep | ValueStep;
};

type RuleStepsProps = {
  screen: RuleStepsWords;
  /** Over which text the first step was opened. */
  seen: string | undefined;
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** A part of a rule: which question, what is asked of it, with what it is compared. */
export function RuleSteps({ screen, seen, reply }: RuleStepsProps) {
  const { step } = screen;
  if (step.kind === "question") return <WhichQuestion step={step} />;
  if (step.kind === "ask")
    return (
      <>
        <p className="govuk-body">{step.about}…</p>
        <Ways ways={step.asks} />
      </>
    );
  return <WithWhat {...{ screen, seen, reply, step }} />;
}

function WhichQuestion({ step }: { step: QuestionStep }) {
  const { find, carried, pages, rules } = step;
  return (
    <>
      {find !== undefined && (
        <form method="get" role="search" className="heard-rule-find">
          {carried.map(({ name, value }) =>
            value ? (
              <input key={name} type="hidden" name={name} value={value} />
            ) : null,
          )}
          <TextField
            name="find"
            label="Find a question by its words"
            defaultValue={find}
            autoComplete="off"
          />
          <Button kind="secondary">Find</Button>
        </form>
      )}
      {pages.length + rules.length === 0 && (
        <p className="govuk-body">
          {find
            ? "No question has these words."
            : "There is no question that it could look at: a rule looks at the answers of earlier pages."}
        </p>
      )}
      {pages.map(({ heading, questions }) => (
        <section key={heading}>
          <h2 className="govuk-heading-s govuk-!-margin-bottom-1">{heading}</h2>
          <Ways ways={questions} />
        </section>
      ))}
      {rules.length > 0 && (
        <section>
          <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
            Or whether another rule holds
          </h2>
          <Ways ways={rules} />
        </section>
      )}
    </>
  );
}

function Ways({ ways }: { ways: Way[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {ways.map(({ key, words, href, isNow }) => (
        <li key={key}>
          <a className="govuk-link" href={href}>
            {words}
          </a>
          {isNow && <span className="heard-ordered__facts">As it is now</span>}
        </li>
      ))}
    </ul>
  );
}

function WithWhat({
  screen,
  seen = screen.seen,
  reply,
  step,
}: RuleStepsProps & { step: ValueStep }) {
  const isConflict = reply?.isConflict ?? false;
  // Which part it was to replace is not known any more: it is added to them.
  const carried = step.carried.filter(
    ({ name }) => !(isConflict && name === "nth"),
  );
  return (
    <form method="post" noValidate>
      <input
        type="hidden"
        name="seen"
        value={isConflict ? screen.seen : sentText(reply, "seen", seen)}
      />
      {carried.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Compared step={step} reply={reply} />
      {isConflict && (
        <OtherText
          texts={[{ label: "As it is now", text: screen.theirs ?? "" }]}
        />
      )}
      <Button>Save</Button>
    </form>
  );
}

function Compared({
  step,
  reply,
}: {
  step: ValueStep;
  reply: FormReply | undefined;
}) {
  const { about, ask, compared, options, values, day } = step;
  const label = `${about} ${ask}`;
  const [first] = values;
  const sent = reply ? sentList(reply, "value") : values;
  const error = reply?.errors.value;
  switch (compared) {
    case "nothing":
      return <p className="govuk-body">{label}.</p>;
    case "day":
      return (
        <TextField
          {...fieldProps(reply, "day", day)}
          label={label}
          hint="A day, a month or a year, such as 27 March 2021, March 2021 or 2021"
          autoComplete="off"
          widthCharacters={20}
        />
      );
    case "number":
      return <NumberField {...{ reply, name: "number", label }} was={first} />;
    case "numbers":
      return (
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend">{label}</legend>
          <NumberField
            {...{ reply, name: "number" }}
            label="From"
            was={first}
          />
          <NumberField
            {...{ reply, name: "to", label: "To", was: values[1] }}
            hint="This number counts too"
          />
        </fieldset>
      );
    case "option":
      return (
        <RadiosField
          {...{ name: "value", label, choices: options, error }}
          isSmall={options.length > 6}
          defaultValue={sent[0]}
        />
      );
    case "options":
      return (
        <CheckboxesField
          {...{ name: "value", label, choices: options, error }}
          isSmall={options.length > 6}
          defaultValue={sent}
        />
      );
  }
}

type NumberFieldProps = {
  reply: FormReply | undefined;
  name: string;
  label: string;
  hint?: string;
  was: string | undefined;
};

/** A number that an answer is compared with, kept as it was typed. */
function NumberField({ reply, name, label, hint, was }: NumberFieldProps) {
  return (
    <TextField
      {...fieldProps(reply, name, was)}
      {...{ label, hint }}
      autoComplete="off"
      inputMode="numeric"
      widthCharacters={10}
    />
  );
}
