import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { excerptOf } from "./frozen-answers.ts";
import type { Viewer } from "./visible-responses.ts";
import { selectApproved } from "./withheld-words.queries.server.ts";

export { selectApproved } from "./withheld-words.queries.server.ts";

type Place = Awaited<ReturnType<typeof selectApproved>>["places"][number];

/** What somebody does not read of some responses, and how the rest is read around it. */
export type Withheld = {
  /** Whether there is anything, so that what has it all, as an original email, is withheld too. */
  isAny: boolean;
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
  /** Whether a file is withheld as a whole, with its name and its text. */
  isFile: (attachmentId: number | null) => boolean;
  /** A file as its reader has it: nothing tells who sent it where it is withheld. */
  hideFile: <File extends NamedFile>(
    file: File,
  ) => File & { isWithheld: boolean };
  /** The words of a passage; of one in a file that is withheld, none. */
  hideQuote: (passage: QuotedPassage) => string;
};

type NamedFile = { id: number; name: string; about: string };

type QuotedPassage = {
  answerId: number | null;
  attachmentId: number | null;
  startOffset: number;
  quote: string;
};

/** Stands in the place of what is withheld as a whole. */
export const withheldName = "█████";

/** For what takes the words out by itself, or may read them all. */
export const nothingWithheld: Withheld = {
  isAny: false,
  hide: (_answerId, text) => text,
  hideInExcerpt: (_responseId, excerpt) => excerpt,
  isIn: () => false,
  isFile: () => false,
  hideFile: (file) => ({ ...file, isWithheld: false }),
  hideQuote: ({ quote }) => quote,
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
  const { places, files } = await selectApproved(db, [...responseIds]);
  if (places.length + files.length === 0) return nothingWithheld;
  const hide: Withheld["hide"] = (answerId, text, from = 0) =>
    hidePlaces(
      text,
      places.filter((one) => one.answerId === answerId),
      from,
    );
  const isFile: Withheld["isFile"] = (attachmentId) =>
    files.some((one) => one.attachmentId === attachmentId);
  return {
    isAny: true,
    hide,
    isFile,
    hideFile: (file) =>
      isFile(file.id)
        ? { ...file, name: withheldName, about: "", isWithheld: true }
        : { ...file, isWithheld: false },
    hideQuote: ({ answerId, attachmentId, startOffset, quote }) =>
      isFile(attachmentId) ? withheldName : hide(answerId, quote, startOffset),
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
