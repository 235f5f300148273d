import { expect, test } from "vitest";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { findTranslatedPart } from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import {
  describeTranslationForm,
  nextTexts,
} from "#app/screens/review/call-translation.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenEditor } from "#tests/given/authoring.ts";

const questions = Array.from({ length: 4 }, (_question, place) => ({
  ...{
    id: `q-${place}`,
    type: "checkboxes",
    label: { en: `Which, ${place}?` },
  },
  choices: Array.from({ length: 60 }, (_choice, index) => ({
    ...{ value: `c-${index}`, label: { en: `This ${index}` } },
  })),
}));

const definition = callDefinitionSchema.parse({
  ...callForAdvice,
  ...{ conditions: [], equality: undefined },
  pages: [
    { id: "long", title: { en: "Long" }, questions },
    {
      id: "last",
      title: { en: "Last" },
      questions: [callForAdvice.pages[1]!.questions[0]],
    },
  ],
});

test("a page with more texts than a form takes is translated in several, and each text stands in one of them", async () => {
  const { call } = await givenEditor({ definition });
  const copy = toWorkingCopy(call.definitionId, definition);
  const of = {
    ...{ call, copy, published: copy, language: "cy" as const },
    part: findTranslatedPart(copy, "page.long")!,
  };
  const shown = [1, 101, 201].map((first) =>
    describeTranslationForm({ ...of, first }).groups.flatMap(({ texts }) =>
      texts.map(({ id }) => id),
    ),
  );
  expect(shown.map((ids) => ids.length)).toEqual([100, 100, 45]);
  expect(new Set(shown.flat()).size).toBe(245);
  const there = `/review/calls/${call.slug}/edit/languages/cy/texts`;
  expect([1, 101, 201].map((first) => nextTexts({ ...of, first }))).toEqual([
    `${there}/page.long?first=101`,
    `${there}/page.long?first=201`,
    `${there}/page.last`,
  ]);
  const last = findTranslatedPart(copy, "page.last")!;
  expect(nextTexts({ ...of, part: last, first: 1 })).toBe(
    `/review/calls/${call.slug}/edit/languages/cy`,
  );
});
