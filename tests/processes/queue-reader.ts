import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { type DatabasePlace, openDatabase } from "#app/db/connection.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";

/** One reviewer in a process of their own: takes next and decides until nothing is left, and prints what it was given. */
const [place = "", staffId = ""] = process.argv.slice(2);
const db = openDatabase(JSON.parse(place) as DatabasePlace);
const now = new Date("2021-03-01T10:00:00.000Z");
const actor = { staffId, role: "reviewer" as const };

// All begin at once: what is to be seen is what happens when they meet.
console.log("ready");
await once(process.stdin, "data");
process.stdin.destroy();

for (;;) {
  const next = await claimNextResponse(db, { ...actor, now });
  if (!next.ok) {
    if (next.reason === "nothing-left") break;
    await setTimeout(5);
    continue;
  }
  console.log(next.reference);
  // Time for the others to ask while this one is being read.
  await setTimeout(5);
  const standing = await readVisibleResponse(db, {
    responseId: next.responseId,
    viewer: actor,
    now,
  });
  const decided = await decideTriage(db, {
    ...standing,
    state: "triaged",
    note: "",
    actor,
    now,
  });
  if (!decided.ok) throw new Error(decided.reason);
}
await db.destroy();
