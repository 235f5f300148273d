import type { KeepingWords } from "#app/enhance/words.ts";
import type { Words } from "#app/words/words.ts";

/** Two thousand characters, which are the same on every page of a language. */
const written = new WeakMap<KeepingWords, string>();

function writeWords(words: KeepingWords): string {
  const text = written.get(words) ?? JSON.stringify(words);
  written.set(words, text);
  return text;
}

/** The words of a page that only a button saves. */
export function keepingUntilSaved({ keeping, evidence }: Words): KeepingWords {
  return { ...keeping, ...evidence.keeping };
}

type KeptPage = {
  callSlug: string;
  /** What its copy in a browser is known by. */
  pageId: string;
  /** Undefined where nothing is saved but by a button. */
  typedPath?: string;
  /** It shows what the server does not have. */
  isUnsaved?: boolean;
};

/** What the page's script needs to know; without the script they say nothing. */
export function keepingAttributes(
  { callSlug, pageId, typedPath, isUnsaved }: KeptPage,
  keeping: KeepingWords,
) {
  return {
    "data-heard-call": callSlug,
    "data-heard-page": pageId,
    "data-heard-save": typedPath,
    "data-heard-words": writeWords(keeping),
    "data-heard-unsaved": isUnsaved ? "" : undefined,
  };
}

/** Told beforehand: how what is typed is kept, with a script and without one. */
export function TypedKeeping({
  keeping,
  saving,
}: {
  keeping: KeepingWords;
  saving: string;
}) {
  return (
    <>
      <p className="govuk-body-s heard-muted" data-heard-plain>
        {saving}
      </p>
      <div className="heard-keeping" data-heard-keep hidden>
        <p className="govuk-body-s heard-keeping__status" role="status">
          <span data-heard-status />
        </p>
        <p className="govuk-body-s heard-muted">
          <span role="status" data-heard-told>
            {keeping.keeping}
          </span>{" "}
          <button type="button" className="heard-link-button" data-heard-switch>
            {keeping.turnOff}
          </button>
        </p>
      </div>
    </>
  );
}
