import { expect, test } from "vitest";
import { askedPages, everyQuestion } from "#app/domain/calls/asked-pages.ts";
import { type Answers, checkDefinition } from "#app/domain/calls/definition.ts";
import { labelBeside } from "#app/domain/calls/repeated-pages.ts";
import { describeQuestionList } from "#app/screens/public/question-list.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { formWithGroup, placements } from "#tests/given/forms-with-groups.ts";

test("who has an item is asked what hangs on there being one", () => {
  const ids = (answers: Answers) =>
    askedPages(formWithGroup, answers).map(({ id }) => id);
  expect(ids({})).toEqual(["before", "placements"]);
  expect(ids({ placements: { items: [{ id: "7" }, { id: "2" }] } })).toEqual([
    ...["before", "placements", "placements_7", "placements_2", "after"],
  ]);
});

test("an item whose line in the list was taken back is there as long as one of its answers is", () => {
  const answers = { kind_7: "Foster care", how_2: undefined, other_3: "No." };
  const labels = everyQuestion(formWithGroup, answers)
    .slice(2, 4)
    .map((one) => [one.question.id, labelBeside(one, "en")]);
  expect(labels).toEqual([
    ["kind_7", "Placement 1: What kind of place was it?"],
    ["how_7", "Placement 1: How was it?"],
  ]);
});

test("the list of all questions has those that are asked again", () => {
  const list = describeQuestionList({ definition: formWithGroup }, "en");
  expect(list.pages[1]?.questions).toMatchObject([
    {
      id: "placements",
      isAskedBelow: true,
      lead: expect.stringContaining("up to 3") as string,
    },
    { id: "kind" },
    { id: "how" },
  ]);
});

const [kind] = placements.questions;
test.each([
  [{ min: 4 }, 'Page "placements" asks for more items than it takes'],
  [
    { questions: [{ ...kind, id: "placements" }] },
    'Two questions have the id "placements" (on page "placements")',
  ],
  [
    { questions: [{ ...kind, identifying: true }] },
    /"kind" is asked again.*neither identifying/,
  ],
  [{ identifying: true }, /"placements" is asked again/],
])("a group that cannot be asked is refused %#", (more, said) => {
  const pages = [{ id: "placements", questions: [{ ...placements, ...more }] }];
  const checked = checkDefinition({ ...formWithGroup, conditions: [], pages });
  const problems = checked.ok ? [] : checked.problems;
  expect(problems.map(describeDefinitionProblem)).toEqual([
    typeof said === "string" ? said : expect.stringMatching(said),
  ]);
});
