import { questionsOf } from "../authoring/asked-again.ts";
import { keepSources } from "../authoring/translation/keep-sources.ts";
import {
  neededTexts,
  readParts,
  type WorkingCopy,
} from "../authoring/working-copy.ts";
import type { Question } from "../question-types/question-types.ts";

/*
 * A question by itself, as a working copy that has nothing else: what is said
 * of the changes of a call is said of it too.
 */

const about = Object.fromEntries(neededTexts.map((text) => [text, { en: "" }]));

/** A working copy of one page with one question. */
export function copyOfOne(question: Question): WorkingCopy {
  const part = (kind: "about" | "page", body: object) => ({
    ...{ kind, key: kind, row_version: 0, body: JSON.stringify(body) },
  });
  return {
    ...{ draftId: undefined, basedOn: 0, rowVersion: 0 },
    ...readParts([
      part("about", about),
      part("page", { id: "page", questions: [question] }),
    ]),
  };
}

/** A question as it was changed, each translation with the English that it was made from. */
export function keepSourcesOfOne(before: Question, after: Question): Question {
  const [kept] = questionsOf(keepSources(copyOfOne(before), copyOfOne(after)));
  return kept ?? after;
}
