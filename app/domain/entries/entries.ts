import { z } from "zod";
import type { CallDefinition } from "../calls/definition.ts";
import {
  hasNoFields,
  type Question,
  takesFiles,
} from "../calls/question-types/question-types.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { londonDay } from "../calls/london-time.ts";
import { readWallTime, toInstant } from "../imports/import-dates.ts";
import type { ResponseChannel } from "../responses/responses.ts";

/** How what staff key in reached the review. */
export const entryChannels = ["letter", "email", "phone", "meeting"] as const;
export type EntryChannel = (typeof entryChannels)[number] & ResponseChannel;

export type EntryProblem = "no-channel" | "no-day" | "not-a-day" | "in-future";

const problem = (reason: EntryProblem) => reason;

export const maxScans = 10;

/** What is said of an entry beside the answers themselves. */
export const entrySchema = z.object({
  channel: z.enum(entryChannels, problem("no-channel")),
  receivedOn: z.string(problem("no-day")).max(20),
  /** The keys of scans that wait since the form came back. */
  heldScans: z.array(z.string().max(40)).max(maxScans).default([]),
});

const midday = "12:00";

/**
 * The day on which something came, as `31/5/2026`: midday in London, or now
 * where it came today.
 */
export function readReceivedOn(
  typed: string,
  now: Date,
): { ok: true; receivedAt: Date } | { ok: false; problem: EntryProblem } {
  const wall = readWallTime(typed, "d/M/yyyy");
  if (!wall) return { ok: false, problem: "not-a-day" };
  const receivedAt = toInstant(wall, midday);
  if (receivedAt <= now) return { ok: true, receivedAt };
  const isToday = londonDay(receivedAt) === londonDay(now);
  return isToday
    ? { ok: true, receivedAt: now }
    : { ok: false, problem: "in-future" };
}

/**
 * The questions of a call that can be keyed in, none of them required: a letter
 * answers what its writer wanted to say.
 */
export function questionsToKey(definition: CallDefinition): Question[] {
  return questionsOf(definition)
    .filter((question) => !hasNoFields(question) && !takesFiles(question))
    .map((question) => ({ ...question, required: false }));
}

/** What is known of an entry, beside the response that it is. */
export type Entry = {
  responseId: number;
  reference: string;
  callId: number;
  channel: ResponseChannel;
  /** ISO-8601 UTC. */
  receivedAt: string;
  excerpt: string;
  keyedBy: string;
  keyedByName: string;
  keyedAt: string;
  checkedByName: string | undefined;
  checkedAt: string | undefined;
};
