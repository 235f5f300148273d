import { expect, test } from "vitest";
import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import { compareRoutes } from "#app/domain/calls/routes/route-changes.ts";
import { findWays } from "#app/domain/calls/routes/routes.ts";
import { describeRouteChanges } from "#app/screens/review/call-route-changes.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";

const today = "2026-11-27";

function changesTo(change: (form: CallDefinition) => object) {
  const before = formWithConditions;
  const after = callDefinitionSchema.parse({ ...before, ...change(before) });
  const form = (definition: CallDefinition) => ({
    definition,
    found: findWays(definition),
  });
  const compared = compareRoutes(
    { before: form(before), after: form(after) },
    today,
  );
  return describeRouteChanges(compared, { before, after });
}

test("the same words and rules change nobody's way", () => {
  expect(changesTo(() => ({}))).toEqual({
    ...{ everybody: [], changes: [] },
    rest: "Everybody is asked the same pages as before.",
  });
});

test("a page for everybody is told once and not for each way", () => {
  const more = {
    id: "more",
    questions: [{ id: "more", type: "long-text", label: { en: "More" } }],
  };
  const added = changesTo(({ pages }) => ({ pages: [...pages, more] }));
  expect(added).toEqual({
    ...{ changes: [], rest: undefined },
    everybody: ["Everybody is also asked “More”."],
  });
  const removed = changesTo(({ pages }) => ({ pages: pages.slice(0, -1) }));
  expect(removed.everybody).toEqual(["Nobody is asked “Your story” any more."]);
});

test("a rule that is turned round is told by who gains and who loses a page", () => {
  const turned = changesTo(({ pages, conditions }) => ({
    conditions: [
      ...conditions,
      { id: "self", rule: { question: "who", operator: "is", value: "self" } },
    ],
    pages: pages.map((page) =>
      page.id === "story" ? { ...page, showIf: "self" } : page,
    ),
  }));
  expect(turned.changes).toMatchObject([
    {
      mark: "New way",
      because: ["“Who answers?”: organisation", "“What is it called?”: Sample"],
      lines: ["No longer asked: “Your story”"],
      before: "4 pages: 1 to 4",
      after: "3 pages: 1 to 3",
    },
  ]);
  expect(turned.rest).toBeUndefined();
});

test("where there are too many ways to try, nothing is promised", () => {
  const choice = (value: string) => ({ value, label: { en: value } });
  const count = 13;
  const many = Array.from({ length: count }, (_, at) => ({
    id: `a${at}`,
    questions: [
      {
        ...{ id: `a${at}`, type: "radios", label: { en: "A" }, required: true },
        choices: [choice("yes"), choice("no")],
      },
    ],
  }));
  const shown = many.map(({ id }) => ({
    id: `b-${id}`,
    showIf: `c-${id}`,
    questions: [{ id: `b-${id}`, type: "short-text", label: { en: "B" } }],
  }));
  const { rest } = changesTo(() => ({
    conditions: many.map(({ id }) => ({
      id: `c-${id}`,
      rule: { question: id, operator: "is", value: "yes" },
    })),
    pages: [...many, ...shown],
  }));
  expect(rest).toContain("was not checked");
});
