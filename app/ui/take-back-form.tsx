import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { PageMarks } from "./page-marks.tsx";

type TakeBackFormProps = {
  /** Which response it is about. */
  caption: string;
  heading: string;
  confirm: string;
  /** Where the form is sent. */
  address: string;
  /** Which response it was shown for. */
  marks: Record<string, string>;
  /** Why nothing was taken back. */
  errors?: string[] | undefined;
  effects: string[];
  /** Said beside the effects. */
  filesGo?: string | undefined;
  words: {
    lead: string;
    cannotUndo: string;
    keep: string;
    errorSummaryHeading: string;
  };
  keepTo: string;
  /** What is taken back, where it is not all. */
  children?: ReactNode;
};

/** Asks whether something that was sent is to be taken back, and says what comes of it. */
export function TakeBackForm(props: TakeBackFormProps) {
  const { caption, heading, confirm, effects, words, errors = [] } = props;
  return (
    <>
      <ErrorSummary
        heading={words.errorSummaryHeading}
        errors={errors.map((message) => ({ message }))}
      />
      <span className="govuk-caption-l" translate="no">
        {caption}
      </span>
      <h1 className="govuk-heading-l">{heading}</h1>
      {props.children}
      <p className="govuk-body">{words.lead}</p>
      <ul className="govuk-list govuk-list--bullet">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {props.filesGo && <p className="govuk-body">{props.filesGo}</p>}
      <p className="govuk-body">{words.cannotUndo}</p>
      <form method="post" action={props.address} noValidate>
        <PageMarks marks={props.marks} />
        <Button kind="warning">{confirm}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={props.keepTo}>
          {words.keep}
        </a>
      </p>
    </>
  );
}
