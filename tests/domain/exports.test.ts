import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import {
  fetchExport,
  sweepExports,
} from "#app/domain/exports/export-files.server.ts";
import {
  askForExport,
  cancelExport,
  selectExports,
} from "#app/domain/exports/exports.server.ts";
import { makeExport } from "#app/domain/exports/make-export.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { exportWords } from "#app/words/review-en/exports.ts";
import { givenCoding, now } from "#tests/given/coded.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import {
  givenAskedExport,
  givenExport,
  nothingRedacted,
  unpackBytes,
} from "#tests/given/exported.ts";

const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

function surroundings(folder = makeTestFolder(), at = now) {
  const words = exportWords;
  return { folder, words, redactionsOf: nothingRedacted, now: () => at };
}

test("a table holds what a search finds, each cell inert, and its manifest tells what it is", async () => {
  const { db, lead: actor, answer } = await givenCoding();
  const { reference, responseId } = await answer(
    "=1+1 “Käse” \u{1F3E0}\r\nnext",
  );
  await answer("Something else.");
  await indexResponse(db, { responseId });
  const { members } = await givenExport(db, {
    ...{ actor, format: "csv", search: "Käse", now },
  });
  expect([...members.keys()]).toEqual(["responses.csv", "manifest.json"]);
  const csv = members.get("responses.csv") ?? Buffer.alloc(0);
  const text = csv.toString("utf8");
  expect(text.startsWith('\uFEFF"reference",')).toBe(true);
  const lines = text.split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(reference);
  expect(lines[1]).toContain('"\'=1+1 “Käse” \u{1F3E0}\nnext"');
  const manifest = JSON.parse(String(members.get("manifest.json")));
  expect(manifest).toMatchObject({
    ...{ search: "Käse", kind: "quoting", format: "csv", reason: "report" },
    ...{ askedBy: "Lena", call: "advice", schemaVersion: 1 },
    ...{ responsesFound: 1, responsesThatMayLeave: 1 },
    files: [
      {
        name: "responses.csv",
        byteSize: csv.length,
        sha256: createHash("sha256").update(csv).digest("hex"),
      },
    ],
  });
});

test("a search that finds nothing or means nothing, and a reason that is not of its kind, are told", async () => {
  const { db, lead: actor, amina } = await givenCoding();
  type Asked = Parameters<typeof askForExport>[1];
  const asked: Asked = {
    ...{ actor, now, callSlug: "advice", search: "" },
    kind: "quoting",
    format: "csv",
    reason: "report",
  };
  const refused = async (change: Partial<Asked>) => {
    const outcome = await askForExport(db, { ...asked, ...change });
    return outcome.ok ? "asked" : outcome.reason;
  };
  expect(await refused({})).toBe("asked");
  expect(await refused({ search: "nowhere" })).toBe("nothing");
  expect(await refused({ search: "..." })).toBe("nothing");
  expect(await refused({ search: "tag:nothing-such" })).toBe("search");
  expect(await refused({ callSlug: "other" })).toBe("no-call");
  expect(await refused({ actor: amina })).toBe("not-allowed");
  expect(await refused({ kind: "analysis" })).toBe("reason-of-kind");
  expect(await refused({ kind: "analysis", reason: "analysis" })).toBe("asked");
});

test("a file is fetched by name, each time written down, until its time is over", async () => {
  const { db, lead: actor } = await givenCoding();
  const made = await givenExport(db, { actor, format: "json", now });
  const { exportId, folder, file } = made;
  expect(statSync(file).mode & 0o077).toBe(0);
  const fetch = (at = now) =>
    fetchExport(db, { exportId, folder, actor, now: at });
  const fetched = await fetch();
  if (!fetched.ok) throw new Error(fetched.reason);
  expect(fetched.name).toBe("heard-advice-json-2026-11-22.zip");
  const members = await unpackBytes(await buffer(fetched.stream));
  expect(members.has("responses.jsonl")).toBe(true);
  const events = await db
    .selectFrom("events")
    .select("type")
    .where("type", "like", "export.%")
    .execute();
  expect(events.map(({ type }) => type)).toEqual([
    "export.asked-for",
    "export.fetched",
  ]);
  await sweepExports(db, { folder, now: days(6) });
  expect(existsSync(file)).toBe(true);
  expect(await fetch(days(7))).toMatchObject({ reason: "not-made" });
  await sweepExports(db, { folder, now: days(7) });
  expect(existsSync(file)).toBe(false);
  expect((await selectExports(db))[0]).toMatchObject({ state: "gone" });
});

test("one that was cancelled while it was made leaves no file, and two at once are two", async () => {
  const { db, lead: actor } = await givenCoding();
  const folder = makeTestFolder();
  const exportId = await givenAskedExport(db, { actor, format: "csv" });
  let asked = 0;
  const own = {
    ...surroundings(folder),
    redactionsOf: async () => {
      asked += 1;
      await cancelExport(db, { exportId, actor, now });
      return new Map();
    },
  };
  await makeExport(db, own, exportId);
  expect(asked).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  const [cancelled] = await selectExports(db);
  expect(cancelled).toMatchObject({ state: "cancelled" });
  expect(await cancelExport(db, { exportId, actor, now })).toBe(false);
  const [one, two] = await Promise.all([
    givenExport(db, { actor, format: "csv", folder }),
    givenExport(db, { actor, format: "json", folder }),
  ]);
  expect(one.file).not.toBe(two.file);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("what a killed run left is made anew, and the run that comes back late writes over nothing", async () => {
  const { db, lead: actor } = await givenCoding();
  const folder = makeTestFolder();
  const exportId = await givenAskedExport(db, { actor, format: "csv" });
  let isFirst = true;
  const own = surroundings(folder);
  await makeExport(
    db,
    {
      ...own,
      redactionsOf: async () => {
        // Another worker takes the job over while this one is at it.
        if (isFirst) {
          isFirst = false;
          await makeExport(db, own, exportId);
        }
        return new Map();
      },
    },
    exportId,
  );
  const [made] = await selectExports(db);
  expect(made).toMatchObject({ state: "done" });
  const row = await db.selectFrom("exports").selectAll().executeTakeFirst();
  expect(readdirSync(folder)).toEqual([row?.file_name]);
  expect(row?.attempts).toBe(2);
});

test("a folder that cannot be written to is told, and leftovers of a killed run go after a day", async () => {
  const { db, lead: actor } = await givenCoding();
  const place = path.join(makeTestFolder(), "a-file");
  writeFileSync(place, "");
  const exportId = await givenAskedExport(db, { actor, format: "csv" });
  await makeExport(db, surroundings(path.join(place, "exports")), exportId);
  expect((await selectExports(db))[0]).toMatchObject({
    ...{ state: "failed", failure: "unwritable" },
  });
  const folder = makeTestFolder();
  const left = path.join(folder, "x.zip.unfinished");
  writeFileSync(left, "half");
  await sweepExports(db, { folder, now: new Date() });
  expect(existsSync(left)).toBe(true);
  utimesSync(left, 1, 1);
  await sweepExports(db, { folder, now: new Date() });
  expect(existsSync(left)).toBe(false);
});
