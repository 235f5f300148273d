import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import { fetchExport } from "#app/domain/exports/export-files.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import type { Tagger } from "#app/domain/tagging/tags.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { later, now } from "#tests/given/coded.ts";
import { givenExport } from "#tests/given/exported.ts";
import { givenRedacting } from "#tests/given/redacting.ts";

type Portal = Awaited<ReturnType<typeof givenRedacting>>;

/** What becomes of a file of the call "advice" after something happened. */
async function fetchedAfter(happens: (portal: Portal) => Promise<unknown>) {
  const portal = await givenRedacting();
  const { db, lead: actor } = portal;
  const made = await givenExport(db, { actor, format: "csv", now });
  await happens(portal);
  const { exportId, folder, file } = made;
  const fetching = { exportId, folder, actor, now: later(2) };
  const fetched = await fetchExport(db, fetching);
  if (fetched.ok) fetched.stream.destroy();
  const outcome = fetched.ok ? "fetched" : fetched.reason;
  expect(existsSync(file)).toBe(outcome === "fetched");
  return outcome;
}

const flag = (db: Db, responseId: number, actor: Tagger) =>
  raiseSafeguardingFlag(db, {
    ...{ responseId, reason: "at risk", actor, now: later(1) },
  });

test("a file is deleted, not handed out, once something in it was flagged, taken back or redacted", async () => {
  const outcomes = [
    await fetchedAfter(({ db, place, lead }) =>
      flag(db, place.responseId, lead),
    ),
    await fetchedAfter(({ db, place: { responseId } }) =>
      withdrawOwnResponse(db, { responseId, now: later(1) }),
    ),
    await fetchedAfter(async ({ propose, decide, ids }) => {
      await propose("Dr Amira Khan");
      await decide("approve", await ids());
    }),
  ];
  expect(outcomes).toEqual(outcomes.map(() => "taken-back"));
});

test("what is taken back of other calls, proposed or merely done leaves a file as it is", async () => {
  const outcomes = [
    await fetchedAfter(async ({ db, lead }) => {
      const call = await givenCall(db, { slug: "other" });
      const { responseId } = await givenResponse(db, { call });
      await flag(db, responseId, lead);
    }),
    await fetchedAfter(({ propose }) => propose("Dr Amira Khan")),
    await fetchedAfter(({ answer }) => answer("Somebody else.")),
    await fetchedAfter(({ db, place, lead }) =>
      db.transaction().execute((trx) =>
        recordEvent(trx, {
          at: now,
          actor: { kind: "staff", staffId: lead.staffId },
          subject: { kind: "response", id: place.responseId },
          type: "response.read",
        }),
      ),
    ),
  ];
  expect(outcomes).toEqual(outcomes.map(() => "fetched"));
});
