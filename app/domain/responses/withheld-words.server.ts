import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { excerptOf } from "./frozen-answers.ts";
import type { Viewer } from "./visible-responses.ts";
import { selectApprovedPlaces } from "./withheld-words.queries.server.ts";

export { selectApprovedPlaces } from "./withheld-words.queries.server.ts";

type Place = Awaited<ReturnType<typeof selectApprovedPlaces>>[number];

/** What somebody does not read of some responses, and how the rest is read around it. */
export type Withheld = {
  /**
   * A text of an answer, or a stretch of it, with a block in the place of each
   * letter that is withheld: whatever points into the text points where it did.
   *
   * @param from where the stretch begins, in code points of the whole text.
   */
  hide: (answerId: number | null, text: string, from?: number) => string;
  /** How a response begins; it was written down before anything was redacted. */
  hideInExcerpt: (responseId: number, excerpt: string) => string;
  /** Whether something is withheld in the answer to a question, whichever version. */
  isIn: (responseId: number, questionId: string) => boolean;
};

/** For what takes the words out by itself, or may read them all. */
export const nothingWithheld: Withheld = {
  hide: (_answerId, text) => text,
  hideInExcerpt: (_responseId, excerpt) => excerpt,
  isIn: () => false,
};

/**
 * What two people agreed to redact is read by those alone who may see the
 * originals. Every page of the team's that shows words of an answer asks this.
 */
export async function withheldFrom(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseIds: readonly number[],
): Promise<Withheld> {
  if (may(viewer, "see-redacted-originals")) return nothingWithheld;
  return withheldFromSearches(db, responseIds);
}

/** The same for what is searched: one index serves everybody, so nobody finds by what is redacted. */
export async function withheldFromSearches(
  db: Db,
  responseIds: readonly number[],
): Promise<Withheld> {
  const places = await selectApprovedPlaces(db, [...responseIds]);
  if (places.length === 0) return nothingWithheld;
  const hide: Withheld["hide"] = (answerId, text, from = 0) =>
    hidePlaces(
      text,
      places.filter((one) => one.answerId === answerId),
      from,
    );
  return {
    hide,
    hideInExcerpt: (responseId, excerpt) => {
      const begins = places.find(
        (one) =>
          one.responseId === responseId && beginning(one.text) === excerpt,
      );
      return begins ? beginning(hide(begins.answerId, begins.text)) : excerpt;
    },
    isIn: (responseId, questionId) =>
      places.some(
        (one) => one.responseId === responseId && one.questionId === questionId,
      ),
  };
}

const beginning = (text: string) => excerptOf([{ prose: "long", text }]);

/** White space stays: lines break where they broke. */
function hidePlaces(text: string, places: Place[], from: number): string {
  if (places.length === 0) return text;
  return Array.from(text, (letter, index) => {
    const at = from + index;
    const isHidden = places.some(
      ({ startOffset, endOffset }) => startOffset <= at && at < endOffset,
    );
    return isHidden && /\S/u.test(letter) ? "█" : letter;
  }).join("");
}
