import type { ApprovedRedaction } from "#app/domain/redaction/approved-redactions.server.ts";
import type { AnswerToRedact } from "#app/domain/redaction/reading.server.ts";
import { redactWords } from "#app/domain/exports/redact-words.ts";
import { exportWords } from "#app/words/review-en/exports.ts";

/** A response without the words that two people agreed must not leave. */
export function describeLeaving(of: {
  answers: Pick<AnswerToRedact, "answerId" | "label" | "text">[];
  approved: readonly ApprovedRedaction[];
  waiting: number;
}) {
  const { answers, approved, waiting } = of;
  return {
    lead: `${tellApproved(approved.length)} ${tellWaiting(waiting)}`.trim(),
    answers: answers.map(({ answerId, label, text }) => {
      const spans = approved.filter(({ answer }) => answer === answerId);
      const left = redactWords(text, spans, exportWords.redacted);
      return { answerId, label, text: left.text };
    }),
  };
}

function tellApproved(count: number): string {
  if (count === 0) return "No redaction is approved: all of it would leave.";
  return count === 1
    ? "1 approved redaction is applied."
    : `${count} approved redactions are applied.`;
}

function tellWaiting(count: number): string {
  if (count === 0) return "";
  return count === 1
    ? "1 more waits for a second person, and its words are still here."
    : `${count} more wait for a second person, and their words are still here.`;
}
