import { typedAddress } from "#app/addresses.ts";
import type { KeepingWords } from "#app/enhance/words.ts";
import type { QuestionPage } from "#app/screens/public/question-page.ts";
import type { Words } from "#app/words/words.ts";

/** Two thousand characters, which are the same on every page of a language. */
const written = new WeakMap<KeepingWords, string>();

function writeWords(words: KeepingWords): string {
  const text = written.get(words) ?? JSON.stringify(words);
  written.set(words, text);
  return text;
}

/** What the page's script needs to know; without the script they say nothing. */
export function keepingAttributes(
  { callSlug, pageId }: QuestionPage,
  words: Words,
) {
  return {
    "data-heard-call": callSlug,
    "data-heard-page": pageId,
    "data-heard-save": typedAddress(callSlug, pageId),
    "data-heard-words": writeWords(words.keeping),
  };
}

/** Told beforehand: how what is typed is kept, with a script and without one. */
export function TypedKeeping({ words }: { words: Words }) {
  const { keeping } = words;
  return (
    <>
      <p className="govuk-body-s heard-muted" data-heard-plain>
        {words.page.saving}
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
