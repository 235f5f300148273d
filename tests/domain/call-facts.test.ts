import { expect, test } from "vitest";
import { callFacts } from "#app/domain/calls/call-facts.ts";
import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import { wordsIn } from "#app/words/words.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";

const { facts } = wordsIn("en");

type AskedQuestion = CallDefinition["pages"][number]["questions"][number];

function asking(...questions: Partial<AskedQuestion>[]): CallDefinition {
  const pages = questions.map((question, index) => ({
    id: `page-${index}`,
    questions: [
      {
        id: `question-${index}`,
        type: "short-text",
        label: { en: "Say" },
        ...question,
      },
    ],
  }));
  return callDefinitionSchema.parse({ ...callForAdvice, pages });
}

test.each([
  ["never", asking({}, { required: true })],
  ["if-you-like", asking({}, { identifying: true })],
  ["if-you-like", asking({ required: true }, { type: "email" })],
  ["always", asking({ identifying: true }, { type: "email", required: true })],
])("whether a form asks who answers: %s", (asksWho, definition) => {
  expect(callFacts(definition).asksWho).toBe(asksWho);
});

test("how many questions there are, and how many need an answer, is counted and told", () => {
  const said = (definition: CallDefinition) =>
    facts.questions(callFacts(definition));
  const required = { required: true };
  expect(said(asking({}))).toBe("1 question. You can leave it out");
  expect(said(asking(required))).toBe("1 question. It needs an answer");
  expect(said(asking(required, {}))).toBe(
    "2 questions. 1 of them needs an answer",
  );
  expect(said(asking(required, required, {}))).toBe(
    "3 questions. 2 of them need an answer",
  );
  expect(said(asking(required, required))).toBe(
    "2 questions. All need an answer",
  );
});
