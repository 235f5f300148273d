import { Fragment } from "react";
import { responseFormAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { PartForm } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";
import { CaseStanding, NextStep } from "./safeguarding-lane.tsx";

type FlagFormProps = {
  reference: string;
  returnTo: string;
  /** What it may be about; the last for whoever is not sure. */
  kinds: Choice[];
  /** What was typed before and not saved. */
  reply?: FormReply | undefined;
};

type FlaggedNoticeProps = {
  /** Who raised it, when, and what they said. */
  flagged: {
    by: string | undefined;
    when: string | undefined;
    reasons: string[];
  };
  frozen: {
    kind: string | undefined;
    /** What a reader does now; undefined once its case is closed. */
    nextStep: string | undefined;
    standing: { words: string; isOverdue: boolean } | undefined;
    isOpen: boolean;
    /** For those who decide about cases. */
    caseHref: string | undefined;
    /** What those who decide do about a case that was taken up. */
    forms: { to: string; label: string }[];
    /** Where another case is opened; undefined while one is open. */
    againHref: string | undefined;
  };
};

/** Over everything else of a response that tells of somebody at risk. */
export function FlaggedNotice({ flagged, frozen }: FlaggedNoticeProps) {
  const { by, when, reasons } = flagged;
  return (
    <section className="heard-flagged" aria-labelledby="flagged-heading">
      <h2 className="govuk-heading-s" id="flagged-heading">
        Flagged for safeguarding{frozen.kind && `: ${lower(frozen.kind)}`}
      </h2>
      {reasons.map((reason, index) => (
        <p className="govuk-body heard-flagged__reason" key={index} dir="auto">
          {reason}
        </p>
      ))}
      <p className="govuk-body-s heard-cases__raised">
        {by && `By ${by}, ${when}. `}
        It is frozen: nothing is decided or tagged, and no list or search has
        it. That you read it is written down.
      </p>
      {frozen.standing && <CaseStanding standing={frozen.standing} />}
      {frozen.nextStep && <NextStep words={frozen.nextStep} />}
      <p className="govuk-body">
        {frozen.caseHref && (
          <a className="govuk-link" href={frozen.caseHref}>
            {frozen.isOpen ? "Work on the case" : "See its case"}
          </a>
        )}{" "}
        {frozen.forms.map(({ to, label }) => (
          <Fragment key={to}>
            <span aria-hidden="true">· </span>
            <a className="govuk-link" href={to}>
              {label}
            </a>{" "}
          </Fragment>
        ))}
        {frozen.againHref && (
          <a className="govuk-link" href={frozen.againHref}>
            Open another case
          </a>
        )}
      </p>
    </section>
  );
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Two clicks to raise it, or one key. */
export function RaiseFlag(props: FlagFormProps) {
  return (
    <details
      className="govuk-details heard-raise-flag"
      open={props.reply !== undefined}
      data-key-target="flag"
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Somebody may be at risk
        </span>
      </summary>
      <div className="govuk-details__text">
        <RaiseFlagForm {...props} />
      </div>
    </details>
  );
}

export function RaiseFlagForm(props: FlagFormProps) {
  const { reference, returnTo, reply, kinds } = props;
  const action = responseFormAddress(reference, "safeguarding");
  return (
    <PartForm action={action} fields={{ returnTo }}>
      <RadiosField
        {...fieldProps(reply, "riskKind", "other")}
        label="What is it about?"
        choices={kinds}
        isSmall
      />
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
