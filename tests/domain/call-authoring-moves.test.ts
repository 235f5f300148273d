import { expect, test } from "vitest";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { orderPages } from "#app/domain/calls/authoring/edits.ts";
import { moveOne } from "#app/domain/calls/authoring/move-one.ts";
import { moveQuestion } from "#app/domain/calls/authoring/move-question.ts";
import { changeQuestion } from "#app/domain/calls/authoring/question-edits.ts";
import { questionFormSchema } from "#app/domain/calls/authoring/question-forms.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { tellOptionMove } from "#app/screens/review/call-moves.ts";
import { givenEditor } from "#tests/given/authoring.ts";

test.each([
  { key: "c", way: "up", order: "acbd" },
  { key: "a", way: "down", order: "bacd" },
  { key: "a", way: "up", order: "abcd" },
  { key: "d", way: "down", order: "abcd" },
  { key: "x", way: "down", order: "abcd" },
] as const)("of a, b, c, d $key goes $way", ({ key, way, order }) => {
  const moved = moveOne([..."abcd"], { key, way }, (one) => one);
  expect(moved.join("")).toBe(order);
});

test("what was typed beside the pages counts before one of them is moved", async () => {
  const { db, call, edit } = await givenEditor();
  const { pages } = await findWorkingCopy(db, call.id);
  const shown = pages.map(({ key }) => key);
  const order = { shown, numbers: [1, 2, 3, 1] };
  const move = { key: "who", way: "down" } as const;
  const { copy } = await edit((was) => orderPages(was, { ...order, move }));
  expect(copy.pages.map(({ key }) => key)).toEqual([
    ...["story", "organisation", "who", "file"],
  ]);
});

test("a question that is moved keeps its id, and the rule that looks at it says what looks ahead", async () => {
  const { db, call, edit } = await givenEditor();
  const opened = await findWorkingCopy(db, call.id);
  const seen = seenOf(opened, opened.pages[0]!);
  const of = { pageId: "who", questionId: "who", to: "story", seen };
  expect(
    await edit((copy) => moveQuestion(copy, { ...of, to: "who" })),
  ).toMatchObject({ reason: "gone" });
  const { copy } = await edit((was) => moveQuestion(was, of));
  expect(
    copy.pages.map(({ body }) => body.questions.map(({ id }) => id)),
  ).toEqual([[], ["organisation"], ["file"], ["story", "who"]]);
  expect(copy.conditions).toEqual(
    opened.conditions.map((one) => ({ ...one, rowVersion: 0 })),
  );
  expect(checkWorkingCopy(copy).problems).toMatchObject([
    { reason: "page-empty", pageId: "who" },
    { reason: "title-missing", pageId: "story" },
    { reason: "rule-looks-ahead", pageId: "organisation", questionId: "who" },
    { reason: "rule-looks-ahead", pageId: "file", questionId: "who" },
  ]);
  const again = { ...of, pageId: "story", to: "who", questionId: "story" };
  expect(await edit((was) => moveQuestion(was, again))).toMatchObject({
    reason: "changed-meanwhile",
  });
});

test("an option is moved with all that was typed, and what is empty between is no place", async () => {
  const { db, call, edit } = await givenEditor();
  const copy = await findWorkingCopy(db, call.id);
  const form = questionFormSchema.parse({
    ...{ type: "radios", label: "Who?", seen: seenOf(copy, copy.pages[0]!) },
    optionValue: ["self", "", "organisation"],
    optionLabel: ["Me", "", "A charity"],
    optionPlace: ["1", "2", "3"],
    move: "up:2",
  });
  const of = { pageId: "who", questionId: "who" };
  const takenValues = new Set<string>();
  const saved = await edit((was) =>
    changeQuestion(was, { ...of, form, takenValues }),
  );
  expect(saved.copy.pages[0]?.body.questions[0]).toMatchObject({
    label: { en: "Who?" },
    choices: [{ value: "organisation" }, { value: "self" }],
  });
  expect(tellOptionMove(saved.copy, of, form)).toEqual({
    hash: "#down-0",
    text: "The question is saved. Option “A charity” is number 1 of 2 now.",
  });
});
