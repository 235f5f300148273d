import { responseAddress } from "#app/addresses.ts";
import { redactAddress, redactionsAddress } from "#app/redaction-addresses.ts";
import type {
  AnswerToRedact,
  FileToRedact,
  ResponseToRedact,
} from "#app/domain/redaction/reading.server.ts";
import type { Look } from "#app/domain/redaction/looks.server.ts";
import { writeSuggestion } from "#app/domain/redaction/redaction-forms.ts";
import {
  mayMove,
  type Redaction,
  type RedactionMove,
} from "#app/domain/redaction/redactions.ts";
import { splitIntoSegments } from "#app/domain/tagging/passages.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { redactionChoices, redactionWords } from "./redaction-words.ts";
import { withheldFile } from "./withheld-file.ts";

type NumberedRedaction = AnswerToRedact["redactions"][number] & {
  number: number;
};

const isOpen = ({ state }: Pick<Redaction, "state">) =>
  state === "proposed" || state === "approved";

/** As many suggestions as one page has room for; the next come when these are decided. */
const maxShownSuggestions = 100;

/** The page on which a response is redacted, in words and links. */
export function describeRedacting(of: {
  reference: string;
  language: string;
  page: ResponseToRedact;
  /** Who found nothing to redact in it. */
  look: Look | undefined;
  answersVersion: number;
  staffId: string;
}) {
  const { reference, language, page, staffId } = of;
  const answers = page.answers.filter(isWritten);
  const numbered = numberOpen(answers);
  const suggestions = answers.flatMap(describeSuggestions);
  const files = page.files.flatMap(linesOfFile);
  const open = [
    ...numbered.flatMap((one) => one.open),
    ...files.filter(isOpen),
  ];
  return {
    ...{ reference, language },
    backHref: responseAddress(reference),
    listHref: redactionsAddress,
    previewHref: redactAddress(reference, "preview"),
    action: redactAddress(reference),
    stale: describeStale(page.staleCount),
    answers: numbered.map(describeMarked),
    ...describeLists(open, staffId),
    looking: describeLooking(of, open.length),
    refused: describeRefused([...answers.flatMap(unnumbered), ...files]),
    files: page.files.flatMap(offerToWithhold),
    suggestions: suggestions.slice(0, maxShownSuggestions),
    moreSuggestions: suggestions.length > maxShownSuggestions,
    sources: answers.map(({ answerId, label }) => ({
      value: `answer-${answerId}`,
      label,
    })),
    reasons: redactionChoices(),
  };
}

const describeRefused = (lines: NumberedRedaction[]) =>
  lines.filter(({ state }) => state === "refused").map(describeLine);

const offerToWithhold = ({ publicId, name, redactions }: FileToRedact) =>
  name === undefined || redactions.some(isOpen)
    ? []
    : [{ value: publicId, label: name }];

const unnumbered = ({ redactions }: AnswerToRedact) =>
  redactions.map((one) => ({ ...one, number: 0 }));

/** What was said of a file, as what was said of words is: its name stands for them. */
function linesOfFile({ name, redactions }: FileToRedact): NumberedRedaction[] {
  const quote = name === undefined ? withheldFile : `The file ${name}`;
  return redactions.map((one) => ({ ...one, number: 0, quote }));
}

function describeLooking(
  of: { reference: string; look: Look | undefined; answersVersion: number },
  openCount: number,
) {
  return {
    action: redactAddress(of.reference, "looked"),
    version: of.answersVersion,
    told: of.look && `${of.look.by}, ${formatMoment(of.look.at)}`,
    mayBeTold: openCount === 0,
  };
}

/** What the form offered says nothing of who somebody is, unless somebody marked it. */
function isWritten({ isFixed, redactions }: AnswerToRedact): boolean {
  return !isFixed || redactions.length > 0;
}

/** Those that wait or are approved have numbers, in the order of the page. */
function numberOpen(answers: AnswerToRedact[]) {
  let number = 0;
  return answers.map((answer) => ({
    ...answer,
    open: answer.redactions.filter(isOpen).map((one) => ({
      ...one,
      number: (number += 1),
    })),
  }));
}

function describeLists(open: NumberedRedaction[], staffId: string) {
  const may = (move: RedactionMove) =>
    open.filter((one) => mayMove(move, staffId, one)).map(describeLine);
  return {
    toDecide: may("approve"),
    own: may("take-back"),
    approved: open
      .filter(({ state }) => state === "approved")
      .map((one) => ({
        ...describeLine(one),
        mayRefuse: mayMove("refuse", staffId, one),
      })),
  };
}

function describeLine(one: NumberedRedaction) {
  const decided =
    one.decidedBy && one.decidedAt
      ? `; ${one.state === "approved" ? "approved" : "refused"} by ${one.decidedBy}, ${formatMoment(one.decidedAt)}`
      : "";
  return {
    publicId: one.publicId,
    number: one.number,
    quote: one.quote,
    reason: redactionWords(one.reason),
    who: `Proposed by ${one.proposedBy}, ${formatMoment(one.proposedAt)}${decided}`,
  };
}

function describeSuggestions({ answerId, suggestions }: AnswerToRedact) {
  return suggestions.map((one) => ({
    value: writeSuggestion({ answerId, ...one }),
    quote: one.quote,
    reason: redactionWords(one.reason),
  }));
}

function describeMarked(
  answer: AnswerToRedact & { open: NumberedRedaction[] },
) {
  const { answerId, label, text, open, suggestions } = answer;
  const byId = new Map(open.map((one) => [one.publicId, one]));
  const segments = splitIntoSegments(text, open, suggestions);
  return {
    source: `answer-${answerId}`,
    label,
    segments: segments.map((segment, index) => {
      const covering = segment.passageIds.flatMap((id) => byId.get(id) ?? []);
      const before = segments[index - 1];
      const begins = covering.filter(
        ({ publicId }) => !before?.passageIds.includes(publicId),
      );
      return {
        startOffset: segment.startOffset,
        text: segment.text,
        mark: markOf(covering, segment.isHit),
        begins: begins.map(tellBeginning).join(""),
        ends: segment.endingPassageIds.flatMap((id) => {
          const one = byId.get(id);
          return one ? [{ publicId: id, number: one.number }] : [];
        }),
      };
    }),
  };
}

function markOf(
  covering: NumberedRedaction[],
  isSuggested: boolean,
): "approved" | "proposed" | "suggested" | undefined {
  if (covering.some(({ state }) => state === "approved")) return "approved";
  if (covering.length > 0) return "proposed";
  return isSuggested ? "suggested" : undefined;
}

function tellBeginning({ number, state, reason }: NumberedRedaction): string {
  return `Redaction ${number}, ${state}, ${redactionWords(reason)}: `;
}

function describeStale(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? "1 redaction stood in words that their sender has changed since. Read what it says now and mark it anew."
    : `${count} redactions stood in words that their sender has changed since. Read what it says now and mark it anew.`;
}
