import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import {
  type Answers,
  callDefinitionSchema,
  checkDefinition,
} from "#app/domain/calls/definition.ts";

const folder = "docs/examples/definitions";
const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, name), "utf8"));

test.each(readdirSync(folder))("%s is taken as it stands there", (name) => {
  expect(checkDefinition(read(name))).toMatchObject({ ok: true });
});

test("the example of a task list shows each of its pages to somebody, and not all to anybody", () => {
  const definition = callDefinitionSchema.parse(read("task-list.json"));
  const ids = (answers: Answers) =>
    askedPages(definition, answers).map(({ id }) => id);
  const organisation = ids({
    "on-behalf-of": "organisation",
    reported: "yes",
    when: { day: "", month: "spring", year: "2019" },
    duty: "no",
  });
  expect(organisation).toEqual(
    definition.pages.map(({ id }) => id).filter((id) => id !== "their-consent"),
  );
  expect(ids({ "on-behalf-of": "someone-else" })).toContain("their-consent");
  const early = { reported: "yes", when: { day: "", month: "", year: "2018" } };
  expect(ids(early)).not.toContain("guidance");
  expect(ids({ concerns: ["harm"] })).toContain("instead");
});
