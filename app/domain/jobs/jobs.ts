import { z } from "zod";

/** Every kind of work that can wait, with what it needs to know. Ids only: a payload is no place for personal data. */
export const jobPayloads = {
  "attachment.check": z.object({ attachmentId: z.number().int() }),
  "attachment.scan": z.object({ attachmentId: z.number().int() }),
  "attachment.extract-text": z.object({ attachmentId: z.number().int() }),
  "attachment.recognise": z.object({ attachmentId: z.number().int() }),
  "attachment.copy": z.object({ attachmentId: z.number().int() }),
  "mail.send": z.object({ mailId: z.string() }),
  "import.work": z.object({ importFileId: z.number().int() }),
  "bulk.run": z.object({ actionId: z.number().int() }),
  "safeguarding.tell": z.object({ caseId: z.number().int() }),
  "safeguarding.remind": z.object({ caseId: z.number().int() }),
  "team.tell-handed-over": z.object({ staffId: z.string() }),
  "response.index": z.object({ responseId: z.number().int() }),
  "project.work": z.object({ projectFileId: z.number().int() }),
  "call.publish": z.object({ callId: z.number().int() }),
  "call.tell": z.object({ tellingId: z.number().int() }),
  "responses.due": z.object({ callId: z.number().int() }),
  "export.make": z.object({ exportId: z.number().int() }),
} as const;

export type JobKind = keyof typeof jobPayloads;
/** Each kind has a line of its own, so that none waits for another. */
export const jobKinds = Object.keys(jobPayloads) as JobKind[];
export type JobPayload<Kind extends JobKind> = z.infer<
  (typeof jobPayloads)[Kind]
>;

/** Idempotent: the same job may run again after a crash. */
export type JobHandlers = {
  [Kind in JobKind]: (payload: JobPayload<Kind>) => Promise<void>;
};

export const maxJobAttempts = 6;
/**
 * What takes a thread for as long as it may is not tried so often; a mail, whose
 * server may be away for some hours, until nobody waits for it any more.
 */
const ownAttempts = new Map<string, number>([
  ["attachment.check", 3],
  ["attachment.copy", 3],
  ["attachment.recognise", 3],
  ["export.make", 3],
  ["mail.send", 13],
]);

/** How often a job that fails is tried before it is left for staff to see. */
export function mostAttemptsOf(kind: string): number {
  return ownAttempts.get(kind) ?? maxJobAttempts;
}

/** A running job of which nothing was heard by then was lost with its process and is taken again. */
export const jobLockMilliseconds = 5 * 60_000;
/** One that is at it still keeps its lock no longer than this: a large file from a slow bucket takes half an hour. */
export const longestRunMilliseconds = 2 * 60 * 60_000;

/** 10 s, 20 s, 40 s, ... after the first, second, third failure. */
export function backOffMilliseconds(attempts: number): number {
  return 10_000 * 2 ** Math.max(0, attempts - 1);
}
