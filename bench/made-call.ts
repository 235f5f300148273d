/**
 * `npm run bench:made-call`: the public page of a call that was made on the
 * builder's screens beside the same words written into the database at once:
 * its HTML, and what a view takes of the server's processor. `--views 50` counts
 * over so many. How many statements a view is stands in tests/routes/few-statements.test.ts.
 */
import { parseArgs } from "node:util";
import { callAddress } from "#app/addresses.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall, givenStaffMember } from "#app/tasks/demo/factories.ts";
import { makeDemoCall } from "#app/tasks/demo/make-call.ts";
import { buildWhenStale } from "../bin/steps/build.mjs";
import { openHeard } from "./heard.ts";
import { figure, printLine } from "./lines.ts";
import { processorMilliseconds } from "./servers.ts";

const { values: options } = parseArgs({
  options: {
    views: { type: "string", default: "50" },
    port: { type: "string", default: "4335" },
  },
});
const views = Number(options.views);

await buildWhenStale(console.log);
const heard = await openHeard({
  ...{ responses: 1, drafts: 1, staff: 1, port: Number(options.port) },
});
const db = openDatabase(heard.place);

/** As a lead makes it, and open at once. */
async function givenMadeCall(definition: CallDefinition) {
  const admin = await givenStaffMember(db, { role: "admin" });
  const now = new Date();
  const call = { slug: "call-for-advice" as const, definition };
  const made = await makeDemoCall({ db, staff: { admin } }, call, now);
  const opened = await changeCallState(db, {
    ...{ callId: made.id, to: "open", opensAt: null, closesAt: null, now },
    actor: { kind: "system" },
  });
  if (!opened.ok) throw new Error(`It is not opened: ${opened.reason}`);
  return made;
}

async function see(slug: string): Promise<number> {
  const answer = await fetch(heard.origin + callAddress(slug));
  if (answer.status !== 200) throw new Error(`${slug}: ${answer.status}`);
  return (await answer.text()).length;
}

async function measure(slug: string) {
  const before = processorMilliseconds(heard.server);
  for (let view = 0; view < views; view += 1) await see(slug);
  return (processorMilliseconds(heard.server) - before) / views;
}

try {
  const made = await givenMadeCall(callForAdvice);
  // A name of the same length, as it stands in the page.
  const { definition } = made;
  const seeded = await givenCall(db, { slug: "written-at-once", definition });
  printLine("the public page of a call", [
    "     HTML",
    "       ms",
    "    again",
  ]);
  for (const { slug } of [seeded, made]) await measure(slug);
  const [one, other] = [await measure(seeded.slug), await measure(made.slug)];
  printLine("written into the database", [
    ...[figure(await see(seeded.slug), 0), figure(one)],
    figure(await measure(seeded.slug)),
  ]);
  printLine("made on the builder's screens", [
    ...[figure(await see(made.slug), 0), figure(other)],
    figure(await measure(made.slug)),
  ]);
} finally {
  await db.destroy();
  await heard.close();
}
