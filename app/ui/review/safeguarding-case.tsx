import { Button } from "../button.tsx";
import { CaseStanding, NextStep } from "./safeguarding-lane.tsx";

type CaseLine = {
  at: string;
  when: string;
  who: string;
  what: string;
  words: string;
};

type CasePanelProps = {
  responseHref: string;
  action: string;
  kind: string;
  standing: { words: string; isOverdue: boolean };
  nextStep: string;
  timeline: CaseLine[];
  readings: { at: string; when: string; who: string; what: string }[];
  isOpen: boolean;
  takenUpById: string;
  /** Undefined for whoever has it. */
  takeUp: string | undefined;
  passOnHref: string;
  /** Undefined for whoever made the proposal that waits. */
  decideHref: string | undefined;
  decide: string;
  waitsFor: string | undefined;
};

/** A case with what can be done in it next. */
export function CasePanel(props: CasePanelProps) {
  return (
    <>
      <div className="heard-flagged">
        <p className="govuk-body">
          <strong>{props.kind}</strong>
        </p>
        <CaseStanding standing={props.standing} />
        <p className="govuk-body">
          <a className="govuk-link" href={props.responseHref}>
            Read the response
          </a>{" "}
          (it is written down that you do)
        </p>
      </div>
      {props.isOpen && <CaseSteps {...props} />}
      <h2 className="govuk-heading-m">What was done</h2>
      <CaseTimeline lines={props.timeline} />
      <h2 className="govuk-heading-m">Who has read it since</h2>
      {props.readings.length === 0 ? (
        <p className="govuk-body">Nobody.</p>
      ) : (
        <ol className="heard-history">
          {props.readings.map((line, index) => (
            <li className="heard-history__line" key={`${line.at} ${index}`}>
              <time className="heard-history__when" dateTime={line.at}>
                {line.when}
              </time>{" "}
              <strong>{line.who}</strong> {line.what}
            </li>
          ))}
        </ol>
      )}
      {props.isOpen && (
        <NextStep
          words={props.nextStep}
          heading="What readers are told"
          level={2}
        />
      )}
    </>
  );
}

function CaseSteps(props: CasePanelProps) {
  return (
    <>
      {props.waitsFor && (
        <p className="govuk-inset-text heard-notice">{props.waitsFor}</p>
      )}
      <form
        method="post"
        action={props.action}
        className="govuk-button-group heard-case-steps"
      >
        <input type="hidden" name="seenTakenById" value={props.takenUpById} />
        {props.takeUp && <Button>{props.takeUp}</Button>}
        <a className="govuk-link" href={props.passOnHref}>
          Record what was passed on
        </a>
        {props.decideHref && (
          <a className="govuk-link" href={props.decideHref}>
            {props.decide}
          </a>
        )}
      </form>
    </>
  );
}

/** Oldest first, each with what was written. */
function CaseTimeline({ lines }: { lines: CaseLine[] }) {
  return (
    <ol className="heard-history">
      {lines.map((line, index) => (
        <li className="heard-history__line" key={`${line.at} ${index}`}>
          <time className="heard-history__when" dateTime={line.at}>
            {line.when}
          </time>{" "}
          <strong>{line.who}</strong> <span dir="auto">{line.what}</span>
          {line.words && (
            <p className="govuk-body heard-cases__words" dir="auto">
              {line.words}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
