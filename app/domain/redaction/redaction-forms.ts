import { z } from "zod";
import { readWholeNumber } from "../text/whole-numbers.ts";
import { readTextSource } from "../tagging/reading.ts";
import { passageTextSchema } from "../tagging/tagging-forms.ts";
import type { TickedSuggestion } from "./propose.server.ts";
import { redactionReasons } from "./redactions.ts";

/** What can be the matter with a form of the redaction page; a screen says it. */
export type RedactionProblem = "redaction-reason-missing" | "file-missing";

const because = (problem: RedactionProblem) => problem;

/** Words to redact, given by a selection or by quoting them, and why. */
export const redactionSchema = passageTextSchema.and(
  z.object({
    reason: z.enum(redactionReasons, because("redaction-reason-missing")),
  }),
);

/** A file to withhold as a whole, and why. */
export const withholdSchema = z.object({
  file: z.string(because("file-missing")).max(60),
  fileReason: z.enum(redactionReasons, because("redaction-reason-missing")),
});

/** More than one looks through at once. */
const maxTicked = 500;

/** What was ticked, redactions or suggestions, and the button that was pressed. */
export const tickedSchema = z.object({
  items: z.array(z.string().max(80)).max(maxTicked).default([]),
  move: z.enum(["propose", "approve", "refuse", "take-back"]),
});

/** That nothing is to be redacted in the answers of a version, or that it is to be looked through again. */
export const lookSchema = z.object({
  version: z.coerce.number().int(),
  look: z.enum(["nothing", "again"]),
});

/** How a suggestion is named in a form: `answer-12:120-132:phone`. */
export function writeSuggestion(suggestion: TickedSuggestion): string {
  const { answerId, startOffset, endOffset, reason } = suggestion;
  return `answer-${answerId}:${startOffset}-${endOffset}:${reason}`;
}

/** What such a name says; undefined where it says nothing. */
export function readSuggestion(name: string): TickedSuggestion | undefined {
  const [, source = "", start, end, said] =
    /^(answer-\d+):(\d+)-(\d+):([a-z-]+)$/.exec(name) ?? [];
  const text = readTextSource(source);
  const startOffset = readWholeNumber(start);
  const endOffset = readWholeNumber(end);
  const reason = redactionReasons.find((one) => one === said);
  if (!text || !("answerId" in text) || !reason) return undefined;
  if (startOffset === undefined || endOffset === undefined) return undefined;
  return { ...text, startOffset, endOffset, reason };
}
