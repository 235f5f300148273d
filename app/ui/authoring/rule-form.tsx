import { Button, ButtonLink } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { Part } from "../page-parts.tsx";
import { TextField } from "../text-fields.tsx";
import { seenIn } from "./about-form.tsx";
import { OtherText } from "./editor-parts.tsx";

type RuleFormProps = {
  rule: {
    name: string;
    sentence: string;
    seen: string;
    level: {
      in: string;
      join: string;
      joins: Choice[];
      parts: {
        nth: string;
        words: string;
        facts: string | undefined;
        changeHref: string;
      }[];
      addHref: string;
    };
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** The parts of a rule's level, how they are joined, and the rule's name. */
export function RuleForm({ rule, reply }: RuleFormProps) {
  const { level } = rule;
  const seen = seenIn(rule.seen, reply);
  return (
    <>
      <Part heading="Its parts" id="parts">
        <RuleParts level={level} seen={seen} name={rule.name} />
        <ButtonLink to={level.addHref} kind="secondary">
          Add a part
        </ButtonLink>
      </Part>
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="in" value={level.in} />
        {level.joins.length > 0 && (
          <RadiosField
            name="join"
            label="How its parts are joined"
            isSmall
            choices={level.joins}
            defaultValue={sentText(reply, "join", level.join)}
            error={reply?.errors.join}
          />
        )}
        <TextField
          {...fieldProps(reply, "name", rule.name)}
          label="Name of the rule"
          optionalLabel="(optional)"
          hint="Only the team reads it, such as “Organisations”"
          autoComplete="off"
        />
        {reply?.isConflict && (
          <OtherText
            texts={[
              { label: "Name", text: rule.name },
              { label: "Rule", text: rule.sentence },
            ]}
          />
        )}
        <Button>Save the rule</Button>
      </form>
    </>
  );
}

function RuleParts({
  level,
  seen,
  name,
}: {
  level: RuleFormProps["rule"]["level"];
  seen: string;
  name: string;
}) {
  const { parts } = level;
  return (
    <form method="post">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="in" value={level.in} />
      <input type="hidden" name="name" value={name} />
      <ol className="heard-ordered">
        {parts.map(({ nth, words, facts, changeHref }) => (
          <li key={nth} className="heard-ordered__item heard-rule-part">
            <div className="heard-ordered__words">
              {words}
              {facts && <span className="heard-ordered__facts">{facts}</span>}
            </div>
            <div className="heard-rule-part__ways">
              <a className="govuk-link" href={changeHref}>
                {facts ? "Open" : "Change"}
                <span className="govuk-visually-hidden">: {words}</span>
              </a>
              {parts.length > 1 && (
                <button
                  type="submit"
                  className="heard-quiet-button"
                  name="remove"
                  value={nth}
                >
                  Remove
                  <span className="govuk-visually-hidden">: {words}</span>
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </form>
  );
}
