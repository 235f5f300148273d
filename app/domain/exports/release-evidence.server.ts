import type { Db } from "#app/db/schema.ts";
import type { Evidence } from "../tagging/retrieval.ts";
import { LeftOut } from "./left-out.ts";
import {
  type Release,
  type Released,
  releaseResponses,
} from "./release.server.ts";

export type Releasing = Omit<Release, "leftOut">;

const excerptCharacters = 160;

/**
 * Of a tag's evidence what may leave, in its order, in the words in which it may.
 * Nobody learns what a file was called: people name files after themselves.
 */
export async function releaseEvidence(
  db: Db,
  releasing: Releasing,
  items: Evidence[],
): Promise<Evidence[]> {
  const ids = [...new Set(items.map(({ responseId }) => responseId))];
  const release = { ...releasing, leftOut: new LeftOut() };
  const released = new Map(
    (await releaseResponses(db, release, ids)).map((one) => [
      one.responseId,
      one,
    ]),
  );
  return items.flatMap((item) => {
    const response = released.get(item.responseId);
    const words = response && wordsOf(item, response);
    return words === undefined
      ? []
      : [{ ...item, ...words, fileName: undefined }];
  });
}

/** Undefined where none of it leaves. */
function wordsOf(
  item: Evidence,
  { answers, passages }: Released,
): Pick<Evidence, "words" | "memo"> | undefined {
  if (item.kind === 1) {
    const passage = passages.find(({ passageId }) => passageId === item.itemId);
    return passage && { words: passage.words, memo: passage.memo };
  }
  if (answers.every(({ places }) => places === 0))
    return { words: item.words, memo: "" };
  // How it begins was written down before anything of it was redacted.
  const whole = answers.map(({ text }) => text).join(" ");
  return { words: beginningOf(whole), memo: "" };
}

function beginningOf(text: string): string {
  const letters = [...text.replace(/\s+/g, " ")];
  if (letters.length <= excerptCharacters) return letters.join("");
  return `${letters.slice(0, excerptCharacters).join("")}…`;
}
