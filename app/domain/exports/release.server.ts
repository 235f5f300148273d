import type { Db } from "#app/db/schema.ts";
import type { Language } from "../calls/languages.ts";
import type { ResponseChannel, ResponseState } from "../responses/responses.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { selectWhoSpeaks, type Told } from "../tagging/evidence.server.ts";
import type { FormMeanings } from "../tagging/form-meanings.server.ts";
import type { QuoteConsent } from "../tagging/retrieval.ts";
import type { ExportKind, WithheldReason } from "./exports.ts";
import type { LeftOut } from "./left-out.ts";
import { type RedactedSpan, redactWords } from "./redact-words.ts";
import { releasePassages, type ReleasedPassage } from "./release-passages.ts";
import { selectLookedAt } from "../redaction/looks.server.ts";
import { groupByResponse } from "../responses/by-response.ts";
import { selectStandingAnswers } from "../responses/standing-answers.server.ts";
import {
  selectStanding,
  selectStandingPassages,
  selectStandingTags,
} from "./release.queries.server.ts";

type RedactedWords = RedactedSpan & { answerId: number };
/** One that is withheld as a whole. */
type WithheldFile = { attachmentId: number; reason: string };

/** Of which answers which words stand redacted, and which files are withheld. */
export type RedactionsOf = (
  db: Db,
  responseIds: readonly number[],
) => Promise<Map<number, (RedactedWords | WithheldFile)[]>>;

export type ReleasedAnswer = {
  answerId: number;
  questionId: string;
  /** What is redacted stands as a mark. */
  text: string;
  places: number;
};

/** A response as it may leave in a file of a kind. It has nothing of who sent it. */
export type Released = {
  responseId: number;
  reference: string;
  definitionId: number;
  answersVersion: number;
  channel: ResponseChannel;
  language: Language;
  /** ISO-8601 UTC. */
  receivedAt: string;
  state: ResponseState;
  wordCount: number;
  /** In the words of the question that asks it. */
  speaker: string | undefined;
  consent: QuoteConsent;
  answers: ReleasedAnswer[];
  passages: ReleasedPassage[];
  /** On the whole of it. */
  tags: { tagId: number; taggedById: string; taggedAt: string }[];
};

export type Release = {
  kind: ExportKind;
  viewer: Viewer;
  meanings: FormMeanings;
  leftOut: LeftOut;
  redactionsOf: RedactionsOf;
  markOf: (reason: string) => string;
};

/**
 * The one door through which words of responses leave in a file. What was taken
 * back or is flagged for safeguarding never passes it; whoever may not be quoted
 * passes only into a file for the team's own analysis; what is redacted stands
 * as a mark. What does not pass is counted.
 *
 * @param responseIds at most a few hundred; those that pass come in the order of their ids.
 */
export async function releaseResponses(
  db: Db,
  release: Release,
  responseIds: readonly number[],
): Promise<Released[]> {
  const passing = await selectPassing(db, release, responseIds);
  const ids = passing.map(({ responseId }) => responseId);
  if (ids.length === 0) return [];
  const of = { viewer: release.viewer, responseIds: ids };
  const answers = groupByResponse(await selectStandingAnswers(db, of));
  const passages = groupByResponse(await selectStandingPassages(db, of));
  const tags = groupByResponse(await selectStandingTags(db, of));
  const redactions = await release.redactionsOf(db, ids);
  const lookedAt = await selectLookedAt(db, passing);
  release.leftOut.tellNotLookedAt(ids.filter((id) => !lookedAt.has(id)));
  return passing.map((response) => {
    const { responseId } = response;
    const spans = redactions.get(responseId) ?? [];
    const words = spans.filter((one) => "answerId" in one);
    const files = spans.filter((one) => "attachmentId" in one);
    const own = redactAnswers(answers.get(responseId) ?? [], words, release);
    const places = own.reduce((sum, { redacted }) => sum + redacted.places, 0);
    if (places > 0) release.leftOut.redact(responseId, places);
    if (files.length > 0) release.leftOut.leaveFiles(responseId, files.length);
    return {
      ...response,
      answers: own.map(({ answerId, questionId, redacted }) => ({
        ...{ answerId, questionId },
        ...{ text: redacted.text, places: redacted.places },
      })),
      passages: releasePassages(passages.get(responseId) ?? [], {
        ...release,
        answers: own,
        isRedacted: spans.length > 0,
      }),
      tags: tags.get(responseId) ?? [],
    };
  });
}

type Standing = { answerId: number; questionId: string; text: string };

function redactAnswers(
  answers: Standing[],
  spans: RedactedWords[],
  { markOf }: Release,
) {
  return answers.map((answer) => {
    const own = spans.filter(({ answerId }) => answerId === answer.answerId);
    return { ...answer, redacted: redactWords(answer.text, own, markOf) };
  });
}

/** Which of them may leave in a file of this kind, with nothing yet of what they say. */
export async function selectPassing(
  db: Db,
  { kind, viewer, meanings, leftOut }: Release,
  responseIds: readonly number[],
) {
  if (responseIds.length === 0) return [];
  const standing = await selectStanding(db, { viewer, responseIds });
  const told = await selectWhoSpeaks(db, {
    ...{ viewer, meanings, responses: standing },
  });
  return standing.flatMap(({ safeguardingFlag, ...response }) => {
    const { responseId, state } = response;
    const said: Told = told.get(responseId) ?? {
      ...{ speaker: undefined, consent: "no" },
    };
    const isFlagged = safeguardingFlag === 1;
    const why = whyWithheld({ state, isFlagged, kind, ...said });
    if (why) leftOut.withhold(responseId, why);
    return why ? [] : [{ ...response, ...said }];
  });
}

/** The rule itself, the strongest reason first. */
export function whyWithheld(of: {
  state: ResponseState;
  isFlagged: boolean;
  kind: ExportKind;
  consent: QuoteConsent;
}): WithheldReason | undefined {
  if (of.state === "withdrawn") return "withdrawn";
  if (of.isFlagged) return "safeguarding";
  if (of.kind === "quoting" && of.consent !== "yes") return "consent";
  return undefined;
}
