import { Button } from "../button.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";
import { type TagColour, StatusTag } from "../page-parts.tsx";
import { seenIn } from "./about-form.tsx";
import { OtherText } from "./editor-parts.tsx";
import { WordRuns } from "./word-runs.tsx";

type TranslatedText = {
  id: string;
  /** On the screen, from 1. */
  place: number;
  standing: string;
  tag: { words: string; colour: TagColour } | undefined;
  name: string;
  english: string;
  translation: string;
  runs: { kind: "same" | "gone" | "new"; words: string }[];
  rows: number;
};

type Language = { language: string; languageName: string };

type TranslationFormProps = {
  form: Language & {
    seen: string;
    groups: { heading: string; texts: TranslatedText[] }[];
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** The English of each text with the box of its translation beside it; on a narrow screen below it. */
export function TranslationForm({ form, reply }: TranslationFormProps) {
  const ids = sentList(reply, "textId");
  const sent = new Map(
    sentList(reply, "words").map((words, index) => [ids[index], words]),
  );
  const typed = ({ id, translation }: TranslatedText) =>
    sent.get(id) ?? translation;
  const others = reply?.isConflict
    ? form.groups
        .flatMap(({ texts }) => texts)
        .filter((text) => typed(text) !== text.translation)
        .map((text) => ({ label: text.name, text: text.translation }))
    : [];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {form.groups.map(({ heading, texts }) => (
        <section key={heading} className="heard-side-by-side">
          <h2 className="govuk-heading-m">{heading}</h2>
          {texts.map((text) => (
            <SideBySide
              key={text.id}
              text={text}
              typed={typed(text)}
              fits={sentList(reply, "fits").includes(text.id)}
              error={reply?.errors[`words[${text.place - 1}]`]}
              {...form}
            />
          ))}
        </section>
      ))}
      {others.length > 0 && <OtherText texts={others} />}
      <div className="govuk-button-group">
        <Button name="then" value="next">
          Save and go on
        </Button>
        <Button kind="secondary" name="then" value="stay">
          Save
        </Button>
      </div>
    </form>
  );
}

function SideBySide({
  text,
  typed,
  fits,
  error,
  language,
  languageName,
}: Language & {
  text: TranslatedText;
  typed: string;
  fits: boolean;
  error: string | undefined;
}) {
  const { id, name, english, runs, tag, rows } = text;
  // The summary of what is wrong leads to the field's name.
  const fieldId = text.place === 1 ? "words" : `words-${text.place}`;
  const englishId = `${fieldId}-english`;
  const errorId = `${fieldId}-error`;
  return (
    <div className="heard-side-by-side__text">
      <div className="heard-side-by-side__half">
        <p className="govuk-label govuk-label--s">
          {name} {tag && <StatusTag colour={tag.colour}>{tag.words}</StatusTag>}
        </p>
        <div id={englishId} lang="en">
          {runs.length > 0 ? (
            <WordRuns runs={runs} language="en" />
          ) : (
            <p className="govuk-body heard-other-text">
              {english || "The English is empty."}
            </p>
          )}
        </div>
      </div>
      <div className="heard-side-by-side__half">
        <input type="hidden" name="textId" value={id} />
        <label className="govuk-label" htmlFor={fieldId}>
          <span className="govuk-visually-hidden">{name} in </span>
          {languageName}
        </label>
        {error && (
          <p id={errorId} className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <textarea
          className={
            error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"
          }
          id={fieldId}
          name="words"
          rows={rows}
          lang={language}
          spellCheck
          dir="auto"
          defaultValue={typed}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${englishId} ${errorId}` : englishId}
        />
        <Fits {...{ text, fieldId, fits, languageName }} />
      </div>
    </div>
  );
}

/** One press for a small change; a box to tick where the English says something else. */
function Fits({
  text: { id, name, standing },
  fieldId,
  fits,
  languageName,
}: {
  text: TranslatedText;
  fieldId: string;
  fits: boolean;
  languageName: string;
}) {
  if (standing === "small-change")
    return (
      <Button kind="secondary" name="fits" value={id}>
        The {languageName} still fits
        <span className="govuk-visually-hidden">: {name}</span>
      </Button>
    );
  if (standing !== "stale") return null;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={`${fieldId}-fits`}
          name="fits"
          value={id}
          defaultChecked={fits}
        />
        <label
          className="govuk-label govuk-checkboxes__label"
          htmlFor={`${fieldId}-fits`}
        >
          It fits the English as it is now
          <span className="govuk-visually-hidden">: {name}</span>
        </label>
      </div>
    </div>
  );
}
