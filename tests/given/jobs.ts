import { testSecret } from "./context.ts";
import type { Db } from "#app/db/schema.ts";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { enqueueJob } from "#app/domain/jobs/jobs.server.ts";

/** What background work is handed of the settings. */
export const workSettings = {
  ...{ clamdAddress: "", secret: testSecret, mail: undefined },
  ...{
    publicBaseUrl: new URL("https://heard.example"),
    reviewName: "A review",
  },
  safeguarding: { hours: 24 },
};

/** When the tests of jobs begin. */
export const start = new Date("2026-11-22T09:00:00Z");
export const after = (milliseconds: number) =>
  new Date(start.getTime() + milliseconds);

/** Handlers that do nothing, and which responses were to be indexed. */
export function recordingHandlers(overrides: Partial<JobHandlers> = {}) {
  const ran: number[] = [];
  const handlers: JobHandlers = {
    "attachment.check": async () => {},
    "attachment.scan": async () => {},
    "attachment.extract-text": async () => {},
    "attachment.copy": async () => {},
    "attachment.recognise": async () => {},
    "import.work": async () => {},
    "project.work": async () => {},
    "safeguarding.tell": async () => {},
    "team.tell-handed-over": async () => {},
    "safeguarding.remind": async () => {},
    "mail.send": async () => {},
    "export.make": async () => {},
    "bulk.run": async () => {},
    "responses.due": async () => {},
    "call.publish": async () => {},
    "call.tell": async () => {},
    "response.index": async ({ responseId }) => {
      ran.push(responseId);
    },
    ...overrides,
  };
  return { ran, handlers };
}

export async function leaveIndexJob(db: Db, responseId: number, now = start) {
  await db
    .transaction()
    .execute((trx) =>
      enqueueJob(trx, { kind: "response.index", payload: { responseId }, now }),
    );
}
