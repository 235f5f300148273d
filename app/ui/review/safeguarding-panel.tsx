import { responseFormAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { PartForm } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";

type FlagFormProps = {
  reference: string;
  returnTo: string;
  /** What was typed before and not saved. */
  reply?: FormReply | undefined;
};

type FlaggedNoticeProps = FlagFormProps & {
  /** Who raised it, when, and what they said. */
  flagged: {
    by: string | undefined;
    when: string | undefined;
    reasons: string[];
  };
  /** A lead or an admin takes the flag off; others ask them. */
  mayLower: boolean;
};

/** Over everything else of a response that tells of somebody at risk. */
export function FlaggedNotice(props: FlaggedNoticeProps) {
  const { by, when, reasons } = props.flagged;
  return (
    <section className="heard-flagged" aria-labelledby="flagged-heading">
      <h2 className="govuk-heading-s" id="flagged-heading">
        Flagged for safeguarding
      </h2>
      <p className="govuk-body-s">
        It is frozen: nothing is decided or tagged, and no list or search has
        it.
      </p>
      {by && (
        <p className="govuk-body-s">
          By {by}, {when}.
        </p>
      )}
      {reasons.map((reason, index) => (
        <p className="govuk-body heard-flagged__reason" key={index} dir="auto">
          {reason}
        </p>
      ))}
      {props.mayLower ? (
        <details className="govuk-details" open={props.reply !== undefined}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Take the flag off
            </span>
          </summary>
          <div className="govuk-details__text">
            <LowerFlagForm {...props} />
          </div>
        </details>
      ) : (
        <p className="govuk-body-s">
          A lead decides what happens next, and takes the flag off.
        </p>
      )}
    </section>
  );
}

/** Two clicks to raise it, or one key. */
export function RaiseFlag({ reference, returnTo, reply }: FlagFormProps) {
  return (
    <details
      className="govuk-details heard-raise-flag"
      open={reply !== undefined}
      data-key-target="flag"
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Somebody may be at risk
        </span>
      </summary>
      <div className="govuk-details__text">
        <RaiseFlagForm
          reference={reference}
          returnTo={returnTo}
          reply={reply}
        />
      </div>
    </details>
  );
}

export function RaiseFlagForm({ reference, returnTo, reply }: FlagFormProps) {
  const action = responseFormAddress(reference, "safeguarding");
  return (
    <PartForm action={action} fields={{ returnTo }}>
      <LongTextField
        {...fieldProps(reply, "reason")}
        label="What worries you? (optional)"
        rows={2}
      />
      <Button kind="warning" name="intent" value="raise" formAction={action}>
        Flag for safeguarding
      </Button>
    </PartForm>
  );
}

export function LowerFlagForm(props: FlagFormProps) {
  const action = responseFormAddress(props.reference, "safeguarding");
  return (
    <PartForm action={action} fields={{ returnTo: props.returnTo }}>
      <LongTextField
        {...fieldProps(props.reply, "reason")}
        label="What was decided, and by whom?"
        rows={3}
      />
      <Button kind="secondary" name="intent" value="lower" formAction={action}>
        Take the flag off
      </Button>
    </PartForm>
  );
}
