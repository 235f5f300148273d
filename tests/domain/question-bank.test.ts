import { expect, test } from "vitest";
import { chosenOf, hasNewer } from "#app/domain/calls/bank/bank-question.ts";
import {
  findBankQuestion,
  selectBank,
} from "#app/domain/calls/bank/bank.server.ts";
import {
  changeBankQuestion,
  keepAsNext,
  keepInBank,
  settleBankQuestion,
} from "#app/domain/calls/bank/keep-bank.server.ts";
import { questionSchema } from "#app/domain/calls/question-types/question-types.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import {
  changeKept,
  findKept,
  givenKept,
  lastOf,
  roleKey,
  roleQuestion,
  takeKept,
  typedOver,
} from "#tests/given/bank.ts";

test("two people who change one question are told, and the first one's words stay", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  await givenKept(db, editing);
  const mine = await typedOver(db, { label: "Mine?" });
  await changeKept(db, editing, { label: "Theirs?" });
  const late = await changeBankQuestion(db, editing, {
    ...{ key: roleKey, form: mine },
  });
  expect(late).toEqual({ ok: false, reason: "changed-meanwhile" });
  const { versions } = (await findBankQuestion(db, roleKey))!;
  expect(versions.map(({ question }) => question.label)).toEqual([
    // The Welsh says from which English it was made.
    {
      ...{ en: "Theirs?", cy: "Beth yw eich rôl?" },
      madeFrom: { cy: "What is your role?" },
    },
    roleQuestion.label,
  ]);
});

test("a retired question is offered to no call, stays with its versions and can come back", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  await givenKept(db, editing, { group: "About you" });
  const { copy } = await takeKept(editor);
  await changeKept(db, editing, { label: "Your role?" });
  const settled = async (step: "retire" | "restore") =>
    settleBankQuestion(db, editing, {
      ...{ key: roleKey, step, name: "Role", group: "About you" },
      seen: String((await findKept(editor)).rowVersion),
    });
  await settled("retire");
  const asked = { item: [], whole: "About you", isOfSeveral: false };
  expect(chosenOf(await selectBank(db), asked)).toBeUndefined();
  expect(hasNewer(lastOf(copy), await findKept(editor))).toBe(false);
  await settled("restore");
  expect(chosenOf(await selectBank(db), asked)).toHaveLength(1);
  expect(hasNewer(lastOf(copy), await findKept(editor))).toBe(true);
});

test("the bank takes no second consent, nothing too long and no other kind as a next version", async () => {
  const editor = await givenEditor();
  const { db, editing } = editor;
  await givenKept(db, editing);
  const keep = (question: typeof roleQuestion) =>
    keepInBank(db, editing, {
      key: "b".repeat(24),
      name: "x",
      group: "",
      question,
    });
  const consent = { ...roleQuestion, meaning: "consent-to-quote" as const };
  expect(await keep(consent)).toEqual({ ok: false, reason: "bank-fixed" });
  const huge = { en: "😀‮".repeat(6_600), cy: "x".repeat(20_000) };
  const choices = ["a", "b", "c", "d"].map((value) => ({ value, label: huge }));
  const long = questionSchema.parse({ ...roleQuestion, choices });
  expect(await keep(long)).toEqual({ ok: false, reason: "bank-too-big" });
  const text = questionSchema.parse({
    ...{ id: "role", type: "short-text", label: { en: "Role" } },
  });
  const other = { key: roleKey, seen: "0", question: text };
  expect(await keepAsNext(db, editing, other)).toEqual({
    ...{ ok: false, reason: "bank-other-kind" },
  });
  expect(await selectBank(db)).toHaveLength(1);
});
