import { expect, test } from "vitest";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { describeTextChanges } from "#app/screens/review/call-text-changes.ts";
import { givenEditor } from "#tests/given/authoring.ts";

test("a new question is told as one reads it, without an id, and changed words word by word", async () => {
  const { db, call } = await givenEditor();
  const copy = structuredClone(await findWorkingCopy(db, call.id));
  const published = toWorkingCopy(call.definitionId, call.definition);
  const page = copy.pages[0];
  const question = page?.body.questions[0];
  if (!page || question?.type !== "radios") throw new Error("It has options");
  copy.about.body.summary = {
    ...{ en: `${published.about.body.summary.en} Anybody may.` },
  };
  const choices = [
    { value: "where-robust", label: { en: "Robust" } },
    { value: "where-gaps", label: { en: "Gaps" }, hint: { en: "Or doubts" } },
  ];
  page.body.questions.push({
    ...{ ...question, id: "bears-on", label: { en: "On what?" }, choices },
    ...{ required: true, publishable: true, meaning: undefined },
  });
  const [about, added, ...others] = describeTextChanges({ copy, published });
  expect(others).toEqual([]);
  expect(about?.changes[0]?.runs.at(-1)).toEqual({
    ...{ kind: "new", words: " Anybody may." },
  });
  expect(added?.whole).toMatchObject({
    ...{ isNew: true, label: "On what?", options: ["Robust", "Gaps"] },
  });
  expect(added?.whole?.facts).toContain("The review may publish it");
  expect(added?.changes.map(({ name }) => name)).toContain(
    "Option “Gaps”, Hint",
  );
  expect(JSON.stringify(added)).not.toContain("where-");
});
