import { Button } from "../button.tsx";
import { type Choice, RadiosField, SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { EmailRemarks } from "./received-email-list.tsx";

type ReceivedEmailProps = {
  summary: { label: string; value: string }[];
  remarks: string[];
  ownText: string;
  quotedText: string;
  files: Choice[];
};

/** What an email says, as text. */
export function ReceivedEmailWords(email: ReceivedEmailProps) {
  return (
    <>
      <EmailRemarks remarks={email.remarks} />
      <dl className="govuk-summary-list">
        {email.summary.map(({ label, value }) => (
          <div className="govuk-summary-list__row" key={label}>
            <dt className="govuk-summary-list__key">{label}</dt>
            <dd className="govuk-summary-list__value heard-entry__words">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h2 className="govuk-heading-m">What it says</h2>
      <p className="govuk-body heard-entry__words" dir="auto">
        {email.ownText || "Nothing that could be read."}
      </p>
      {email.quotedText && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Earlier emails below it
            </span>
          </summary>
          <div className="govuk-details__text heard-entry__words" dir="auto">
            {email.quotedText}
          </div>
        </details>
      )}
      {email.files.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Its files</h2>
          <ul className="govuk-list">
            {email.files.map(({ value, label, hint }) => (
              <li key={value}>
                <bdi>{label}</bdi>, {hint}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Asks for the email as it came: each opening is written down, so a link alone does not do it. */
export function OriginalEmail({ sendPath }: { sendPath: string }) {
  return (
    <form method="post" action={sendPath}>
      <p className="govuk-body">
        The email as it came holds all of its files, also those that are not
        taken. It is scanned for viruses first, where a scanner is set up: open
        it with care. That you opened it is written down.
      </p>
      <Button kind="secondary">Download the email as it came</Button>
    </form>
  );
}

type TakeInStartProps = {
  goesTo: string;
  questions: Choice[];
  hasQuoted: boolean;
};

/** Where the words of an email are to stand. */
export function TakeInStart({
  goesTo,
  questions,
  hasQuoted,
}: TakeInStartProps) {
  return (
    <form method="get" action={goesTo}>
      <h2 className="govuk-heading-m">Take it in</h2>
      <SelectField
        name="question"
        label="Which question does it answer?"
        hint="Its words are put there. You can move them before anything is saved."
        choices={questions}
        defaultValue={questions[0]?.value}
      />
      {hasQuoted && (
        <RadiosField
          name="quoted"
          label="The earlier emails below it"
          choices={[
            { value: "keep", label: "Keep them with its words" },
            { value: "leave", label: "Leave them out: they are not its own" },
          ]}
          defaultValue="keep"
          isSmall
        />
      )}
      <Button>Continue</Button>
    </form>
  );
}

type LeaveOutProps = { reasons: Choice[]; reply: FormReply | undefined };

/** Says that an email is not taken in, and why. */
export function LeaveOut({ reasons, reply }: LeaveOutProps) {
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Or leave it out</h2>
      <input type="hidden" name="intent" value="leave-out" />
      <RadiosField
        {...fieldProps(reply, "reason")}
        label="Why?"
        hint="It stays in the list of what was left out for 30 days, and can be put back."
        choices={reasons}
        isSmall
      />
      <Button kind="secondary">Leave it out</Button>
    </form>
  );
}
