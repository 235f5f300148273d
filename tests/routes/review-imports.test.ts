import { writeFileSync } from "node:fs";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  action as upload,
  loader as list,
} from "#app/routes/review.imports.tsx";
import * as tableRoute from "#app/routes/review.imports_.$import/route.tsx";
import * as columnsRoute from "#app/routes/review.imports_.$import_.columns.tsx";
import { loader as refusals } from "#app/routes/review.imports_.$import_.refusals[.]csv.ts";
import * as undoRoute from "#app/routes/review.imports_.$import_.undo.tsx";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";
import { zipOf } from "#tests/given/projects.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { givenTable, letters, now, work } from "#tests/given/tables.ts";

let context: RequestContext;
let cookie: string;
let call: Call;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  ({ cookie } = await signInAs(context, "lead"));
  await givenTable(db, { call: await givenCall(db), content: "A\n1\n" });
  call = await givenCall(db, { slug: "advice" });
});

/** As multer would hand it on. */
function send(
  content: string | Buffer,
  fields: Record<string, string>,
  to?: string,
) {
  const stagingPath = path.join(makeTestFolder(), "file.part");
  writeFileSync(stagingPath, content);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const questionId = to === undefined ? "file" : "zip";
  const staged = { questionId, originalName: "../letters.csv" };
  const file = { ...staged, stagingPath, byteSize: 9, sha256: String(content) };
  const receivedForm = {
    fields: form,
    stagedFiles: content.length === 0 ? [] : [file],
    refusedParts: [],
  };
  const asked = { context: { ...context, receivedForm }, cookie, form: fields };
  return to === undefined
    ? ask(upload, { ...asked, path: "/review/imports" })
    : ask(tableRoute.action, { ...at(to), ...asked });
}

const columns = {
  channel: "letter",
  received: "1",
  sameDay: "",
  format: "dd/MM/yyyy",
  sourceId: "0",
  "answer-what-first": "2",
};

const at = (id: string, place = "") => ({
  context,
  cookie,
  path: `/review/imports/${id}${place}`,
  params: { import: id },
});

async function givenUploaded() {
  const sent = await send(letters, { call: "advice" });
  const [, id = ""] =
    /imports\/(\d+)\/columns$/.exec(sent.location ?? "") ?? [];
  expect(id).not.toBe("");
  return id;
}

test("a file is uploaded, its columns said, checked, imported without the refused rows, and taken back", async () => {
  const id = await givenUploaded();
  const shown = await ask(columnsRoute.loader, at(id, "/columns"));
  expect(shown.data).toMatchObject({
    name: "../letters.csv",
    headings: ["No", "Date", "Text"],
    stored: { received: "1", sourceId: "0", format: "dd/MM/yyyy" },
  });
  const said = await ask(columnsRoute.action, {
    ...at(id, "/columns"),
    form: columns,
  });
  expect(said).toMatchObject({
    status: 303,
    location: `/review/imports/${id}`,
  });
  const waiting = await ask(tableRoute.loader, at(id));
  expect(waiting.data).toMatchObject({ state: { label: "Being checked" } });
  await work(context.db, Number(id));
  const checked = await ask(tableRoute.loader, at(id));
  expect(checked.data).toMatchObject({
    outcome: ["2 rows can be imported.", "1 row is refused."],
    importLabel: "Import 2 rows, leave out 1",
    refusalsHref: `/review/imports/${id}/refusals.csv`,
  });
  const file = await ask(refusals, at(id, "/refusals.csv"));
  const text = (await file.response?.text()) ?? "";
  expect(text.split("\r\n")[0]).toBe(
    '"No","Date","Text","Line","Why it was refused"',
  );
  expect(text).toContain(
    '"2","2 November","Listen to us.","3","“Date” says “2 November”, which is not a date written as dd/MM/yyyy"',
  );
  const seen = String(checked.data?.rowVersion);
  const form = { step: "import", seen };
  await ask(tableRoute.action, { ...at(id), form });
  // A double press is told, and does nothing twice.
  expect(await ask(tableRoute.action, { ...at(id), form })).toMatchObject({
    status: 409,
  });
  await work(context.db, Number(id));
  const done = await ask(tableRoute.loader, at(id));
  expect(done.data).toMatchObject({
    outcome: ["2 responses came in.", "1 row was left out."],
    undoHref: `/review/imports/${id}/undo`,
  });
  const undoing = await ask(undoRoute.loader, at(id, "/undo"));
  const workedOn = String(undoing.data?.workedOnCount);
  const version = String(undoing.data?.rowVersion);
  const refused = await ask(undoRoute.action, {
    ...at(id, "/undo"),
    form: { seen: version, workedOn: "1" },
  });
  expect(refused.status).toBe(409);
  await ask(undoRoute.action, {
    ...at(id, "/undo"),
    form: { seen: version, workedOn },
  });
  await work(context.db, Number(id));
  const undone = await ask(tableRoute.loader, at(id));
  expect(undone.data).toMatchObject({
    state: { label: "Taken back" },
    outcome: ["2 responses were taken back."],
  });
});

test.each([
  ["", { call: "advice" }, { file: "Choose a file" }],
  [letters, { call: "" }, { call: "Choose the call that these answer" }],
  [letters, { call: "gone" }, { call: "Choose the call that these answer" }],
  [
    "%PDF-1.7",
    { call: "advice" },
    { file: expect.stringContaining("not a table") as string },
  ],
])(
  "an upload that cannot be taken is told beside its field: %#",
  async (content, fields, errors) => {
    const sent = await send(content, fields);
    expect(sent).toMatchObject({ status: 400, data: { errors } });
    const { files } = (await ask(list, { ...at("1"), path: "/review/imports" }))
      .data as { files: unknown[] };
    expect(files).toHaveLength(1);
  },
);

test.each([
  [{ channel: "" }, "channel"],
  [{ received: "", sameDay: "" }, "received"],
  [{ received: "", sameDay: "31/2/2026" }, "sameDay"],
  [{ "answer-what-first": "" }, "answers"],
  [{ "answer-what-first": "77" }, "answer-what-first"],
  [{ "answer-email": "2" }, "answer-email"],
])(
  "columns that do not fit are told at their field: %o",
  async (change, field) => {
    const id = await givenUploaded();
    const said = await ask(columnsRoute.action, {
      ...at(id, "/columns"),
      form: { ...columns, ...change },
    });
    expect(said.status).toBe(400);
    const { errors } = said.data as { errors: Record<string, string> };
    expect(Object.keys(errors)).toEqual([field]);
    expect(call.slug).toBe("advice");
  },
);

test("a ZIP is brought beside a table, the rows are checked anew, and what it is not is told beside its field", async () => {
  const sent = await send("No,Date,Text,File\n1,01/11/2026,See it.,a.txt\n", {
    call: "advice",
  });
  const [, id = ""] = /imports\/(\d+)/.exec(sent.location ?? "") ?? [];
  const form = { ...columns, files: "3" };
  await ask(columnsRoute.action, { ...at(id, "/columns"), form });
  await work(context.db, Number(id));
  const page = async () => (await ask(tableRoute.loader, at(id))).data;
  expect(await page()).toMatchObject({
    bringFiles: "No file was brought yet.",
    outcome: expect.arrayContaining([
      "Missing: “a.txt”. Bring a ZIP with them, or the rows that name them are left out.",
    ]),
  });
  const seen = async () => ({
    step: "files",
    seen: String((await page())?.rowVersion),
  });
  const told = async (zip: Buffer) =>
    (await send(zip, await seen(), id)).data?.errors;
  expect(await told(Buffer.alloc(0))).toEqual({ zip: "Choose a ZIP" });
  expect(await told(Buffer.from("Not one"))).toEqual({
    zip: "The file is damaged, or is no ZIP. Make a new one",
  });
  const zip = await zipOf([["a.txt", "Words."]]);
  expect(await send(zip, await seen(), id)).toMatchObject({ status: 303 });
  await work(context.db, Number(id));
  expect(await page()).toMatchObject({
    bringFiles: "1 file was brought. Another ZIP adds to them.",
    importLabel: "Import 1 row",
  });
});

test("of a workbook the sheet is chosen where several have rows, and the file is sent once", async () => {
  const rows = [["No"], ["1"], ["2"]];
  const workbook = async (...names: string[]) => {
    const sheets = names.map((name) => ({ name, rows }));
    const notes = { name: "Notes", rows: [] };
    return Buffer.from(await writeXlsx({ sheets: [notes, ...sheets] }));
  };
  const fields = { call: "advice" };
  const one = await send(await workbook("Letters"), fields);
  expect(one.location).toMatch(/columns$/);
  const asked = await send(await workbook("Letters", "Calls"), fields);
  const sheets = ["Letters", "Calls"].map((name) => ({ name, rows: 2 }));
  expect(asked).toMatchObject({ status: 400, data: { sheets } });
  const { key: heldFile } = asked.data?.held as { key: string };
  const unsure = await send("", { call: "", heldFile });
  expect(unsure).toMatchObject({
    status: 400,
    data: { held: { key: heldFile } },
  });
  const sent = await send("", { ...fields, heldFile, sheet: "Calls" });
  const [, id = ""] =
    /imports\/(\d+)\/columns$/.exec(sent.location ?? "") ?? [];
  const { data } = await ask(columnsRoute.loader, at(id, "/columns"));
  expect(JSON.stringify(data)).toContain("Only the sheet “Calls” was read");
});
