import type {
  ApprovedRedaction,
  WithheldFile,
} from "#app/domain/redaction/approved-redactions.server.ts";
import type {
  AnswerToRedact,
  FileToRedact,
  OpenRedaction,
} from "#app/domain/redaction/reading.server.ts";
import { redactWords } from "#app/domain/exports/redact-words.ts";
import { exportWords } from "#app/words/review-en/exports.ts";
import { plural } from "./counted.ts";
import { redactionWords } from "./redaction-words.ts";
import { withheldFile } from "./withheld-file.ts";

/** A response without the words and the files that two people agreed must not leave. */
export function describeLeaving(of: {
  answers: Pick<AnswerToRedact, "answerId" | "label" | "text">[];
  /** As its reader has them. */
  files: Pick<FileToRedact, "attachmentId" | "name">[];
  approved: readonly (ApprovedRedaction | WithheldFile)[];
  open: readonly Pick<OpenRedaction, "source" | "state">[];
}) {
  const words = of.approved.filter((one) => "answer" in one);
  const whole = of.approved.filter((one) => "attachmentId" in one);
  return {
    lead: [tellApproved(words.length, whole.length), ...tellWaiting(of.open)],
    withheld: whole.map(({ attachmentId, reason }) => {
      const file = of.files.find((one) => one.attachmentId === attachmentId);
      return {
        name: file?.name ?? withheldFile,
        reason: redactionWords(reason),
      };
    }),
    besides:
      of.approved.length > 0
        ? "Because something is redacted, nothing that is tagged in any of its files leaves, and no memo."
        : undefined,
    answers: of.answers.map(({ answerId, label, text }) => {
      const spans = words.filter(({ answer }) => answer === answerId);
      const left = redactWords(text, spans, exportWords.redacted);
      return { answerId, label, text: left.text };
    }),
  };
}

function tellApproved(words: number, files: number): string {
  if (words === 0)
    return files === 0
      ? "No redaction is approved: all of it would leave."
      : "No words are redacted.";
  return `${plural(words, "approved redaction is", "approved redactions are")} applied.`;
}

function tellWaiting(open: readonly Pick<OpenRedaction, "source" | "state">[]) {
  const waiting = open.filter(({ state }) => state === "proposed");
  const ofFiles = waiting.filter(({ source }) => source.startsWith("file-"));
  const [words, files] = [waiting.length - ofFiles.length, ofFiles.length];
  const told: string[] = [];
  if (words > 0)
    told.push(
      words === 1
        ? "1 more waits for a second person, and its words are still here."
        : `${words} more wait for a second person, and their words are still here.`,
    );
  if (files > 0)
    told.push(
      `To withhold ${plural(files, "file", "files")} waits for a second person.`,
    );
  return told;
}
