import { Button } from "./button.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { KeptCode, type KeptCodeWords } from "./kept-code.tsx";
import { Part } from "./page-parts.tsx";

type CodeWords = KeptCodeWords & {
  codeHeading: string;
  codeOnce: string;
  codeWhere: string;
};

type ResumeCodeProps = {
  code: string;
  /** The address of the page that takes it, to be typed in elsewhere. */
  comeBackAt: string;
  words: CodeWords;
};

/** A code that is shown this once, to be written down, copied or printed. */
export function ResumeCode({ code, comeBackAt, words }: ResumeCodeProps) {
  return (
    <section className="heard-part" aria-labelledby="resume-code">
      <h2 className="govuk-heading-m" id="resume-code">
        {words.codeHeading}
      </h2>
      <KeptCode code={code} words={words} />
      <p className="govuk-body">
        {words.codeWhere} <strong translate="no">{comeBackAt}</strong>
      </p>
      <p className="govuk-body">{words.codeOnce}</p>
    </section>
  );
}

type FormWords = {
  makeHeading: string;
  makeNote: string;
  make: string;
  againNote: string;
  again: string;
  offHeading: string;
  offNote: string;
  off: string;
  deleteLink: string;
};

type ResumeCodeFormsProps = {
  ownPath: string;
  deletePath: string;
  draftMark: string;
  hasCode: boolean;
  /** The code stands above. */
  isShown: boolean;
  words: FormWords;
};

/** What can be done about a draft that is left for later: a code for it, and taking it off this device. */
export function ResumeCodeForms(props: ResumeCodeFormsProps) {
  const { ownPath, deletePath, draftMark, hasCode, isShown, words } = props;
  const button = (label: string, intent: string) => (
    <form method="post" action={ownPath} noValidate>
      <DraftMark publicId={draftMark} />
      <Button kind="secondary" name="intent" value={intent}>
        {label}
      </Button>
    </form>
  );
  return (
    <>
      {!isShown && (
        <Part heading={words.makeHeading} isOnScreenOnly>
          <p className="govuk-body">
            {hasCode ? words.againNote : words.makeNote}
          </p>
          {button(hasCode ? words.again : words.make, "make-code")}
        </Part>
      )}
      <Part heading={words.offHeading} isOnScreenOnly>
        <p className="govuk-body">{words.offNote}</p>
        {(hasCode || isShown) && button(words.off, "take-off")}
        <p className="govuk-body">
          <a className="govuk-link" href={deletePath}>
            {words.deleteLink}
          </a>
        </p>
      </Part>
    </>
  );
}
