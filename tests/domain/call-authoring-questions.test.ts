import { expect, test } from "vitest";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import {
  selectGivenIds,
  selectGivenOptions,
} from "#app/domain/calls/authoring/given-ids.server.ts";
import { newId } from "#app/domain/calls/authoring/new-ids.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import {
  addQuestion,
  changeQuestion,
  orderQuestions,
  removeQuestion,
} from "#app/domain/calls/authoring/question-edits.ts";
import type { QuestionForm } from "#app/domain/calls/authoring/question-forms.ts";
import {
  changeTexts,
  textsOf,
} from "#app/domain/calls/authoring/translation/call-texts.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import type { CallText } from "#app/domain/calls/authoring/translation/call-texts.ts";
import {
  seenOf,
  toWorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { describeTextChanges } from "#app/screens/review/call-text-changes.ts";
import { nameText } from "#app/screens/review/call-translation-names.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";

type Editor = Awaited<ReturnType<typeof givenEditor>>;

/** A form as it is opened now, with what somebody types. */
async function typed(
  { db, call }: Editor,
  changes: Partial<QuestionForm>,
): Promise<QuestionForm> {
  const copy = await findWorkingCopy(db, call.id);
  return {
    ...{ type: "radios", label: "Who answers?", hint: "", settings: [] },
    ...{ optionValue: [], optionLabel: [], optionPlace: [], optionHint: [] },
    ...{ missingMessage: "", itemName: "", firstQuestion: "" },
    seen: seenOf(copy, copy.pages[0]!),
    ...changes,
  };
}

const who = { pageId: "who", questionId: "who" };

async function change(editor: Editor, form: QuestionForm) {
  const { db, call, edit } = editor;
  const of = { callId: call.id, questionId: "who" };
  const takenValues = await selectGivenOptions(db, of);
  return edit((copy) => changeQuestion(copy, { ...who, form, takenValues }));
}

test("a renamed and moved option keeps its value, and the rule that looks at it holds", async () => {
  const editor = await givenEditor();
  const saved = await change(
    editor,
    await typed(editor, {
      optionValue: ["self", "organisation", ""],
      optionLabel: ["Me", "A charity", "Somebody else"],
      optionPlace: ["1", "1", "3"],
    }),
  );
  expect(saved.copy.pages[0]?.body.questions[0]).toMatchObject({
    choices: [
      { value: "organisation", label: { en: "A charity" } },
      { value: "self", label: { en: "Me" } },
      { value: "somebody-else", label: { en: "Somebody else" } },
    ],
  });
  expect(checkWorkingCopy(saved.copy).problems).toEqual([]);
});

test("a rule that looks at an option that was taken away stops publishing, and its value is never given again", async () => {
  const editor = await givenEditor();
  const saved = await change(
    editor,
    await typed(editor, {
      optionValue: ["self", "organisation", ""],
      optionLabel: ["Me", undefined, "Organisation"],
    }),
  );
  expect(saved.copy.pages[0]?.body.questions[0]).toMatchObject({
    choices: [{ value: "self" }, { value: "organisation-2" }],
  });
  expect(checkWorkingCopy(saved.copy).problems).toEqual([
    expect.objectContaining({
      ...{ reason: "rule-value", value: "organisation" },
      conditionId: "for-organisation",
    }),
  ]);
});

test("an option's hint stays with its option, is translated, and is gone where it is emptied", async () => {
  const editor = await givenEditor();
  const save = async (options: Partial<QuestionForm>) => {
    const saved = await change(editor, await typed(editor, options));
    return saved.copy.pages[0]?.body.questions[0];
  };
  const options = { optionValue: ["self", "organisation"] };
  const moved = {
    ...{ ...options, optionLabel: ["Me", "A charity"] },
    ...{ optionHint: ["", "Or a council"], optionPlace: ["1", "1"] },
  };
  const hint = { en: "Or a council" };
  expect(await save(moved)).toMatchObject({
    choices: [{ value: "organisation", hint }, { value: "self" }],
  });
  const { copy } = await editor.edit((was) => ({
    after: changeTexts(was, (words, id) =>
      id === "question/who/choices/organisation/hint"
        ? { ...words, cy: "Neu gyngor" }
        : words,
    ),
    did: { what: "care" },
  }));
  const choices = textsOf(copy).map(({ id }) => id);
  expect(choices).not.toContain("question/who/choices/self/hint");
  const labels = { ...options, optionLabel: ["Me", "Us"] };
  // A form that was opened where hints could not be typed.
  expect(await save(labels)).toMatchObject({
    choices: [{}, { hint: { ...hint, cy: "Neu gyngor" } }],
  });
  const emptied = { ...labels, optionHint: ["", ""] };
  expect(await change(editor, await typed(editor, emptied))).toMatchObject({
    reason: "drops-welsh",
  });
  const gone = await save({ ...emptied, dropsWelsh: "yes" });
  expect(JSON.stringify(gone)).not.toContain("council");
});

test.each([
  { optionLabel: ["One"], reason: "options-few" },
  { optionLabel: ["One", "one", "Two"], reason: "options-same" },
])("options $optionLabel are refused", async ({ optionLabel, reason }) => {
  const editor = await givenEditor();
  const form = await typed(editor, { optionLabel });
  expect(await change(editor, form)).toMatchObject({ ok: false, reason });
});

test("a question that is added has an id of its own for good, and what does not fit is refused", async () => {
  const editor = await givenEditor();
  const { db, call, edit, editing } = editor;
  const form = await typed(editor, {
    ...{ type: "short-text", label: "Who?", maxCharacters: 50 },
    settings: ["required"],
  });
  const add = async (one: QuestionForm) => {
    const taken = await selectGivenIds(db, call.id);
    return edit((copy) =>
      addQuestion(copy, { pageId: "story", form: one, taken }),
    );
  };
  expect(await add({ ...form, maxCharacters: 5_000 })).toMatchObject({
    reason: "does-not-fit",
  });
  const { copy } = await add(form);
  expect(copy.pages.at(-1)?.body.questions).toMatchObject([
    { id: "story" },
    { id: "who-2", type: "short-text", maxCharacters: 50, required: true },
  ]);
  expect(checkWorkingCopy(copy).problems).toEqual([
    { reason: "title-missing", pageId: "story" },
  ]);
  const order = { pageId: "story", shown: ["story", "who-2"] };
  await edit((now) => orderQuestions(now, { ...order, numbers: [1, 1] }));
  const again = { ...order, numbers: [2, 2] };
  expect(await edit((now) => orderQuestions(now, again))).toMatchObject({
    reason: "questions-changed",
  });
  const moved = await findWorkingCopy(db, call.id);
  const gone = { pageId: "story", questionId: "story" };
  const seen = seenOf(moved, moved.pages.at(-1)!);
  const { copy: last } = await edit((now) =>
    removeQuestion(now, { ...gone, seen }),
  );
  expect(last.pages.at(-1)?.body.questions).toMatchObject([{ id: "who-2" }]);
  const { rowVersion } = last;
  expect(await publishWorkingCopy(db, { ...editing, rowVersion })).toEqual({
    ...{ ok: true, version: 2 },
  });
  expect(await selectGivenIds(db, call.id)).toContain("story");
});

test("of two people who change one question the second is told", async () => {
  const editor = await givenEditor();
  const options = { optionLabel: ["Me", "You"] };
  const opened = await typed(editor, options);
  await change(editor, { ...opened, label: "Theirs" });
  const refused = await change(editor, opened);
  expect(refused).toMatchObject({ reason: "changed-meanwhile" });
  expect(refused.copy.pages[0]?.body.questions[0]?.label.en).toBe("Theirs");
});

test("a hint that has a Welsh version is emptied only where that is said", async () => {
  const hint = { en: "Of these", cy: "O'r rhain" };
  const [first, ...pages] = formWithConditions.pages;
  const questions = first!.questions.map((one) => ({ ...one, hint }));
  const definition = {
    ...formWithConditions,
    pages: [{ ...first!, questions }, ...pages],
  };
  const editor = await givenEditor({ definition });
  const options = {
    optionValue: ["self", "organisation"],
    optionLabel: ["Me", "Us"],
  };
  expect(await change(editor, await typed(editor, options))).toMatchObject({
    reason: "drops-welsh",
  });
  const kept = await change(
    editor,
    await typed(editor, { ...options, hint: "Of these two" }),
  );
  expect(kept.copy.pages[0]?.body.questions[0]?.hint).toEqual({
    ...{ en: "Of these two", cy: hint.cy, madeFrom: { cy: hint.en } },
  });
  const said = await typed(editor, { ...options, dropsWelsh: "yes" });
  const { copy } = await change(editor, said);
  expect(copy.pages[0]?.body.questions[0]?.hint).toBeUndefined();
});

test("nothing new is called what every object has something under", () => {
  for (const kind of ["option", "rule", "section", "question"])
    expect(newId("Constructor", { taken: new Set(), kind })).toBe(
      "constructor-2",
    );
});

test("an option whose value every object has a name like is told by its own", async () => {
  const { db, call } = await givenEditor();
  const edited = await findWorkingCopy(db, call.id);
  const published = toWorkingCopy(call.definitionId, call.definition);
  const copy = structuredClone(edited);
  const question = copy.pages[0]?.body.questions[0];
  if (question?.type !== "radios") throw new Error("It has options");
  question.choices[0] = { value: "constructor", label: { en: "A builder" } };
  const changes = describeTextChanges({ copy, published });
  expect(JSON.stringify(changes)).toMatch(/Option \(new\).*A builder/);
  expect(JSON.stringify(changes)).not.toContain("constructor");
  expect(nameText({ way: ["about", "constructor"] } as CallText)).toBe(
    "constructor",
  );
  const option = ["page", "who", "choices", "18", "label"];
  expect(nameText({ way: option } as CallText)).toBe("Option");
});
