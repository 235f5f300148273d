/**
 * `npm run bench:exports`: a table of every response of a database that
 * `bench:fill` filled, and how much memory and time it takes.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "#app/db/connection.server.ts";
import { exportFormats } from "#app/db/export-values.ts";
import { selectActiveStaff } from "#app/domain/accounts/accounts.server.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { askForExport } from "#app/domain/exports/exports.server.ts";
import { makeExport } from "#app/domain/exports/make-export.server.ts";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { exportWords } from "#app/words/review-en/exports.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const format = exportFormats.find((one) => one === positionals[0]) ?? "csv";
const db = openDatabase(readEnvironment().database);
const folder = await mkdtemp(path.join(tmpdir(), "heard-exports-"));
const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** The longest that the event loop stood still: so long everybody waits. */
let longestStill = 0;
let lastTurn = performance.now();
const turns = setInterval(() => {
  longestStill = Math.max(longestStill, performance.now() - lastTurn - 5);
  lastTurn = performance.now();
}, 5);
let mostResident = 0;
const looks = setInterval(() => {
  mostResident = Math.max(mostResident, process.memoryUsage.rss());
}, 50);
try {
  const staff = await selectActiveStaff(db);
  const actor = staff.find(({ role }) => role !== "reviewer");
  if (!actor) throw new Error("There is nobody who may take words out");
  for (const { slug } of await selectAllCalls(db)) {
    const asked = await askForExport(db, {
      ...{ actor, callSlug: slug, search: "", format, now: new Date() },
      ...{ kind: "analysis", reason: "analysis" },
    });
    if (!asked.ok) {
      console.log(`${slug}: ${asked.reason}`);
      continue;
    }
    const before = performance.now();
    const residentBefore = process.memoryUsage.rss();
    mostResident = residentBefore;
    longestStill = 0;
    const words = exportWords;
    const own = { folder, words, redactionsOf, now: () => new Date() };
    await makeExport(db, own, asked.exportId);
    const seconds = (performance.now() - before) / 1000;
    const row = await db
      .selectFrom("exports")
      .select(["state", "done_count", "byte_size"])
      .where("id", "=", asked.exportId)
      .executeTakeFirstOrThrow();
    console.log(
      `${slug}: ${row.state}, ${row.done_count} responses in ${seconds.toFixed(1)} s, ${megabytes(row.byte_size ?? 0)} MB, ${megabytes(residentBefore)} MB resident before and at most ${megabytes(mostResident)} MB while, still for at most ${Math.round(longestStill)} ms`,
    );
  }
} finally {
  clearInterval(turns);
  clearInterval(looks);
  await rm(folder, { recursive: true, force: true });
  await db.destroy();
}
