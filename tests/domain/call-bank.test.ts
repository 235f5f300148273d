import { expect, test } from "vitest";
import { settleNewer } from "#app/domain/calls/authoring/bank-edits.ts";
import { questionsChanged } from "#app/domain/calls/authoring/changes.ts";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import {
  assembleDefinition,
  seenOf,
} from "#app/domain/calls/authoring/working-copy.ts";
import { hasNewer } from "#app/domain/calls/bank/bank-question.ts";
import { keepAsNext } from "#app/domain/calls/bank/keep-bank.server.ts";
import { writeCallFile } from "#app/domain/calls/call-file/call-file.server.ts";
import { readCallFile } from "#app/domain/calls/call-file/read-call-file.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { questionSchema } from "#app/domain/calls/question-types/question-types.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import {
  changeKept,
  findKept,
  givenKept,
  lastOf,
  roleKey,
  roleQuestion,
  settleLast,
  takeKept,
} from "#tests/given/bank.ts";

test("a question is copied with an id of its own each time, and remembers which version of which it is", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  await givenKept(db, editing, {
    ...{ key: "a".repeat(24), name: "Another" },
    question: { ...roleQuestion, label: { en: "Another?" } },
  });
  await givenKept(db, editing);
  await takeKept(editor);
  const { copy } = await takeKept(editor);
  const copies = copy.pages[0]!.body.questions.slice(-2);
  expect(copies.map(({ id }) => id)).toEqual([
    "what-is-your-role",
    "what-is-your-role-2",
  ]);
  expect(copies[1]).toEqual({
    ...roleQuestion,
    id: "what-is-your-role-2",
    origin: { item: roleKey, version: 1 },
  });
});

test("a newer version changes nothing by itself; taken, it keeps the ids and the rules that look at them", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  await givenKept(db, editing);
  const taken = await takeKept(editor);
  await changeKept(db, editing, {
    optionLabel: ["Kinship carer", "Social worker", "", "Teacher"],
    optionValue: ["carer", "worker", "other", ""],
  });
  const stays = await editor.edit((copy) => ({
    after: copy,
    did: { what: "" },
  }));
  expect(lastOf(stays.copy)).toEqual(lastOf(taken.copy));
  expect(hasNewer(lastOf(stays.copy), await findKept(editor))).toBe(true);
  const { copy } = await settleLast(editor, "take");
  expect(lastOf(copy)).toMatchObject({
    id: "what-is-your-role",
    origin: { item: roleKey, version: 2 },
    choices: [
      { value: "carer", label: { en: "Kinship carer" } },
      { value: "worker" },
      { value: "teacher" },
    ],
  });
  expect(hasNewer(lastOf(copy), await findKept(editor))).toBe(false);
});

test("whoever keeps their own is told again only of a version after the one they saw, and nobody is asked again for it", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  await givenKept(db, editing);
  const { copy: before } = await takeKept(editor);
  await changeKept(db, editing, { label: "Your role?" });
  const { copy } = await settleLast(editor, "keep");
  expect(lastOf(copy).origin).toEqual({ item: roleKey, version: 1, passed: 2 });
  expect(hasNewer(lastOf(copy), await findKept(editor))).toBe(false);
  expect(questionsChanged(before, copy)).toEqual([]);
  await changeKept(db, editing, { label: "Which role have you?" });
  expect(hasNewer(lastOf(copy), await findKept(editor))).toBe(true);
  // Where the bank comes to say what the call says, nothing is to be decided.
  await changeKept(db, editing, { label: "What is your role?" });
  expect(hasNewer(lastOf(copy), await findKept(editor))).toBe(false);
});

test("a newer version that changed while it was looked at, or of a question that is gone, is not taken", async () => {
  const editor = await givenEditor();
  const { db, editing, call } = editor;
  await givenKept(db, editing);
  await takeKept(editor);
  await changeKept(db, editing, { label: "Your role?" });
  const taken = await selectGivenIds(db, call.id);
  const looked = await findKept(editor);
  const settled = (questionId: string, version: number, seen?: string) =>
    editor.edit((copy) =>
      settleNewer(copy, {
        ...{ pageId: copy.pages[0]!.key, questionId, version, taken },
        ...{ step: "take", kept: looked },
        seen: seen ?? seenOf(copy, copy.pages[0]!),
      }),
    );
  const reasons = [
    await settled("what-is-your-role", 1),
    await settled("what-is-your-role", 2, "0.0"),
    await settled("nobody", 2),
  ].map((one) => !one.ok && one.reason);
  expect(reasons).toEqual(["changed-meanwhile", "changed-meanwhile", "gone"]);
});

test("questions that are asked several times keep their own ids when the bank has them otherwise", async () => {
  const editor = await givenEditor();
  const { db, editing, call } = editor;
  const homes = questionSchema.parse({
    ...{ id: "homes", type: "group", label: { en: "Where did you live?" } },
    itemName: { en: "Home" },
    questions: [{ id: "who", type: "short-text", label: { en: "Town" } }],
  });
  await givenKept(db, editing, { question: homes, name: "Homes" });
  const { copy } = await takeKept(editor);
  const member = { origin: { item: roleKey, version: 1, member: "who" } };
  expect(lastOf(copy)).toMatchObject({
    questions: [{ id: "town", ...member }],
  });
  const another = { id: "when", type: "date", label: { en: "Town" } };
  const next = questionSchema.parse({
    ...homes,
    questions: [another, ...("questions" in homes ? homes.questions : [])],
  });
  const seen = String((await findKept(editor)).rowVersion);
  await keepAsNext(db, editing, { key: roleKey, seen, question: next });
  const { copy: newer } = await settleLast(editor, "take");
  expect(lastOf(newer)).toMatchObject({
    questions: [{ id: "town-2" }, { id: "town" }],
  });
  expect((await selectGivenIds(db, call.id)).has("town-2")).toBe(true);
});

test("a sensitive question is not published without a way to say nothing", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  const sensitive = { ...roleQuestion, sensitive: true as const };
  await givenKept(db, editing, { question: sensitive });
  const { copy } = await takeKept(editor);
  const page = copy.pages[0]!;
  const title = { en: "About you" };
  const titled = await editor.edit((before) => ({
    after: {
      ...before,
      pages: before.pages.map((one) =>
        one.key === page.key ? { ...one, body: { ...one.body, title } } : one,
      ),
    },
    did: { what: "page" },
  }));
  expect(checkWorkingCopy(titled.copy).problems).toEqual([
    expect.objectContaining({
      ...{ reason: "no-way-to-say-nothing", questionId: lastOf(copy).id },
    }),
  ]);
  const { rowVersion } = titled.copy;
  const published = await publishWorkingCopy(db, { ...editing, rowVersion });
  expect(published).toMatchObject({ ok: false, reason: "has-problems" });
  await changeKept(db, editing, {
    settings: ["required", "sensitive"],
    optionLabel: ["Carer", "Social worker", "I’d rather not say"],
  });
  const { copy: newer } = await settleLast(editor, "take");
  expect(checkWorkingCopy(newer).problems).toEqual([]);
});

test("where a question came from goes out with a call’s file and comes back as the same bytes", async () => {
  const editor = await givenEditor();
  await givenKept(editor.db, editor.editing);
  const { copy } = await takeKept(editor);
  const [first, ...rest] = copy.pages;
  const pages = [
    { ...first!, body: { ...first!.body, title: { en: "About you" } } },
    ...rest,
  ];
  const definition = assembleDefinition({ ...copy, pages }) as CallDefinition;
  const written = writeCallFile({ slug: "a", definition });
  const read = readCallFile(written);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  expect(writeCallFile(read.file)).toBe(written);
  expect(written).toContain(`"item": "${roleKey}"`);
  const strange = written.replace('"item":', '"from": "x", "item":');
  expect(readCallFile(strange)).toMatchObject({
    fault: {
      reason: "unknown-names",
      at: [expect.stringMatching(/origin\.from$/)],
    },
  });
});
