export type KeptCodeWords = {
  copy: string;
  copied: string;
  notCopied: string;
};

type KeptCodeProps = { code: string; words: KeptCodeWords };

/** A code that somebody has to keep: to be written down, or copied by a press where a script runs. One on a page. */
export function KeptCode({ code, words }: KeptCodeProps) {
  return (
    <>
      <p className="heard-code" translate="no" data-heard-copied-from>
        {code}
      </p>
      <p className="govuk-body heard-no-print" data-heard-copy hidden>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          data-heard-done={words.copied}
          data-heard-failed={words.notCopied}
        >
          {words.copy}
        </button>{" "}
        <span role="status" />
      </p>
    </>
  );
}
