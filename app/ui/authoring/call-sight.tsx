import type { ComponentProps } from "react";
import { Part } from "../page-parts.tsx";
import { Prose } from "../prose.tsx";
import { QuestionList } from "../question-list.tsx";

type CallSightProps = {
  sight: {
    language: string;
    heading: string;
    title: string;
    summary: string;
    parts: { heading: string; text: string }[];
    pages: ComponentProps<typeof QuestionList>["pages"];
  };
};

/** A call's words and questions as the public will read them, in one language. */
export function CallSight({ sight }: CallSightProps) {
  const { language, heading, title, summary, parts, pages } = sight;
  return (
    <Part heading={heading}>
      <div className="heard-call-sight" lang={language}>
        <p className="govuk-heading-m">{title}</p>
        <p className="govuk-body">{summary}</p>
        {parts.map((part) => (
          <div key={part.heading}>
            <h3 className="govuk-heading-s">{part.heading}</h3>
            <Prose text={part.text} />
          </div>
        ))}
        <QuestionList pages={pages} />
      </div>
    </Part>
  );
}
