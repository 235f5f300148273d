import type { Db } from "#app/db/schema.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { readForReview } from "../responses/review.server.ts";
import type { ResponseForReview } from "../responses/review.ts";
import {
  nothingWithheld,
  type Withheld,
} from "../responses/withheld-words.server.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { isWithdrawn } from "../responses/withdrawal.ts";
import { type OffsetRange, sliceCodePoints } from "../tagging/passages.ts";
import type { TextSource } from "../tagging/reading.ts";
import type { RedactedPlace } from "./mark-segments.ts";
import type { Redaction } from "./redactions.ts";
import {
  selectOpenPlaces,
  selectRedactionRows,
} from "./redactions.queries.server.ts";
import { type MarkedWords, repeatsIn } from "./repeats.ts";
import { type SuggestedRedaction, suggestionsIn } from "./suggestions.ts";

type QuotedRedaction = Redaction & { quote: string };

/** An answer with all that is said of it; a text without words has neither. */
export type AnswerToRedact = {
  answerId: number;
  label: string;
  /** Out of what the form offers: nobody's words. */
  isFixed: boolean;
  text: string;
  /** In the order of the text, the refused and taken back ones among them. */
  redactions: QuotedRedaction[];
  /** Where nobody has said anything yet. */
  suggestions: SuggestedRedaction[];
};

/** A file that is withheld as a whole, or may be. */
export type FileToRedact = {
  attachmentId: number;
  publicId: string;
  /** Undefined where its reader does not see what is withheld. */
  name: string | undefined;
  redactions: Redaction[];
};

export type ResponseToRedact = {
  answers: AnswerToRedact[];
  files: FileToRedact[];
  /** Open ones in words that their sender has changed since: they have to be marked anew. */
  staleCount: number;
};

/**
 * A response as it is redacted. Of one that was taken back, nothing.
 *
 * @param withheld from its reader: what is suggested is looked for in all of it.
 */
export async function readToRedact(
  db: Db,
  response: VisibleResponse,
  withheld: Withheld,
): Promise<ResponseToRedact> {
  if (isWithdrawn(response)) return { answers: [], files: [], staleCount: 0 };
  const { answers } = await readForReview(db, response, nothingWithheld);
  const rows = await selectRedactionRows(db, response.responseId);
  const standing = new Set(answers.map(({ answerId }) => answerId));
  const isStale = ({ answerId }: Redaction) =>
    answerId !== null && !standing.has(answerId);
  const marked = markedWords(answers, rows);
  return {
    answers: answers
      .filter(({ text }) => text !== "")
      .map((answer) => ({
        ...readAnswer(answer, rows, withheld),
        suggestions: suggestionsBeside(answer, rows, marked),
      })),
    files: await readFiles(db, response, { rows, withheld }),
    staleCount: rows.filter((one) => isOpen(one) && isStale(one)).length,
  };
}

async function readFiles(
  db: Db,
  { responseId }: Pick<VisibleResponse, "responseId">,
  { rows, withheld }: { rows: Redaction[]; withheld: Withheld },
): Promise<FileToRedact[]> {
  const files = await selectAttachmentsForReview(db, responseId);
  return files.map(withheld.hideFile).map((file) => ({
    attachmentId: file.id,
    publicId: file.publicId,
    name: file.isWithheld ? undefined : file.name,
    redactions: rows.filter(({ attachmentId }) => attachmentId === file.id),
  }));
}

/** Where words of an answer are redacted or proposed to be, of those that stand; a file is as a whole. */
export type OpenRedaction = RedactedPlace &
  Pick<Redaction, "reason"> & { source: TextSource };

/** What waits or is approved in a response: to be marked where it is read. */
export async function readOpenRedactions(
  db: Db,
  response: Pick<VisibleResponse, "responseId" | "answersVersion" | "state">,
): Promise<OpenRedaction[]> {
  if (isWithdrawn(response)) return [];
  const rows = await selectOpenPlaces(db, response);
  return rows.map(({ answerId, attachmentId, state, ...place }) => ({
    ...place,
    source:
      answerId === null ? `file-${attachmentId ?? 0}` : `answer-${answerId}`,
    state: state === "approved" ? state : "proposed",
  }));
}

const isOpen = ({ state }: Pick<Redaction, "state">) =>
  state === "proposed" || state === "approved";

function readAnswer(
  { answerId, label, isFixed, text }: ResponseForReview["answers"][number],
  rows: Redaction[],
  withheld: Withheld,
): Omit<AnswerToRedact, "suggestions"> {
  const shown = withheld.hide(answerId, text);
  const redactions = rows
    .filter((one) => one.answerId === answerId)
    .sort((a, b) => a.startOffset - b.startOffset)
    .map((one) => ({
      ...one,
      quote: sliceCodePoints(shown, one.startOffset, one.endOffset),
    }));
  return { answerId, label, isFixed, text: shown, redactions };
}

function suggestionsBeside(
  { answerId, text }: Texts[number],
  rows: Redaction[],
  marked: MarkedWords[],
): SuggestedRedaction[] {
  const said = rows.filter(
    (one) => one.answerId === answerId && one.state !== "taken-back",
  );
  return allSuggestions(text, marked).filter(
    (one) => !said.some((other) => isOverlapping(one, other)),
  );
}

const isOverlapping = (one: OffsetRange, other: OffsetRange) =>
  one.startOffset < other.endOffset && other.startOffset < one.endOffset;

/** What a program suggests in a text, and where words stand again that were marked in the response. */
function allSuggestions(
  text: string,
  marked: readonly MarkedWords[],
): SuggestedRedaction[] {
  const suggested = suggestionsIn(text);
  const repeats = repeatsIn(text, marked).filter(
    (one) => !suggested.some((other) => isOverlapping(one, other)),
  );
  return [...suggested, ...repeats].sort(
    (one, other) => one.startOffset - other.startOffset,
  );
}

type Texts = readonly Pick<
  ResponseForReview["answers"][number],
  "answerId" | "text"
>[];

function markedWords(answers: Texts, rows: Redaction[]): MarkedWords[] {
  return rows.filter(isOpen).flatMap(({ answerId, reason, ...place }) => {
    const answer = answers.find((one) => one.answerId === answerId);
    if (!answer) return [];
    const { startOffset, endOffset } = place;
    return [
      { reason, quote: sliceCodePoints(answer.text, startOffset, endOffset) },
    ];
  });
}

/** All that may be ticked in the answers that stand, said of already or not: `12:4-9-name` each. */
export async function readWhatMayBeTicked(
  db: Db,
  response: VisibleResponse,
): Promise<Set<string>> {
  const { answers } = await readForReview(db, response, nothingWithheld);
  const rows = await selectRedactionRows(db, response.responseId);
  const marked = markedWords(answers, rows);
  return new Set(
    answers.flatMap(({ answerId, text }) =>
      allSuggestions(text, marked).map((one) => tickedKey(answerId, one)),
    ),
  );
}

export function tickedKey(
  answerId: number,
  { startOffset, endOffset, reason }: OffsetRange & Pick<Redaction, "reason">,
): string {
  return `${answerId}:${startOffset}-${endOffset}-${reason}`;
}
