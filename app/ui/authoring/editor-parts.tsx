import { Fragment } from "react";
import { CheckboxesField } from "../choice-fields.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";

/** What stands against publishing, each with a link to where it is mended, and what does not but may be meant otherwise. */
export function ProblemList({
  problems,
  remarks = [],
}: {
  problems: { words: string; href: string }[];
  remarks?: string[];
}) {
  if (problems.length + remarks.length === 0)
    return <p className="govuk-body">Nothing stands against publishing it.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
      {problems.map(({ words, href }) => (
        <li key={words}>
          {words}{" "}
          <a className="govuk-link" href={href}>
            Go there<span className="govuk-visually-hidden">: {words}</span>
          </a>
        </li>
      ))}
      {remarks.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** What a colleague saved meanwhile, beside what was typed. */
export function OtherText({
  texts,
}: {
  texts: { label: string; text: string }[];
}) {
  if (texts.length === 0)
    return (
      <div className="govuk-inset-text">
        Your colleague changed something else of the call, and nothing of what
        stands here.
      </div>
    );
  return (
    <div className="govuk-inset-text">
      <h2 className="govuk-heading-s">What your colleague saved</h2>
      {texts.map(({ label, text }) => (
        <Fragment key={label}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{label}</h3>
          <p className="govuk-body heard-other-text">{text || "Empty"}</p>
        </Fragment>
      ))}
    </div>
  );
}

/** Said where a text has a translation: it is not changed with the English. */
export function TranslationStays() {
  return (
    <p className="govuk-body">
      Here you change the English. The Welsh stays as it is.
    </p>
  );
}

/** Asked where a text was emptied whose Welsh would go with it. */
export function DropsWelsh({ reply }: { reply: FormReply | undefined }) {
  const sent = sentList(reply, "dropsWelsh");
  if (!reply?.errors.dropsWelsh && sent.length === 0) return null;
  return (
    <CheckboxesField
      name="dropsWelsh"
      label="The Welsh of what is emptied"
      isSmall
      choices={[{ value: "yes", label: "Take the Welsh away too" }]}
      defaultValue={sent}
      error={reply?.errors.dropsWelsh}
    />
  );
}
