import { expect, test } from "vitest";
import { engineOf } from "#app/db/engine.server.ts";
import {
  addDefinitionVersion,
  findCall,
} from "#app/domain/calls/calls.server.ts";
import { callAvailability } from "#app/domain/calls/calls.ts";
import { findDefinition } from "#app/domain/calls/definitions.server.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  callDefinitionSchema,
  checkDefinition,
} from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");

const open = {
  state: "closing-announced" as const,
  opensAt: null,
  closesAt: "2021-12-15T17:00:00.000Z",
};

test("a call closes at its closing time by itself", () => {
  expect(callAvailability(open, new Date("2021-12-15T16:59:59.999Z"))).toBe(
    "open",
  );
  expect(callAvailability(open, new Date("2021-12-15T17:00:00.000Z"))).toBe(
    "closed",
  );
});

test("a call in preparation is not public", () => {
  expect(callAvailability({ ...open, state: "draft" }, new Date(0))).toBe(
    "not-public",
  );
});

test("a closing time is told in London's time, in winter and in summer", () => {
  expect(formatTime("2021-12-15T17:00:00.000Z")).toBe(
    "5pm on Wednesday 15 December 2021",
  );
  expect(formatTime("2021-06-15T15:30:00.000Z")).toBe(
    "4:30pm on Tuesday 15 June 2021",
  );
  expect(formatTime("2021-12-15T12:00:00.000Z")).toBe(
    "midday on Wednesday 15 December 2021",
  );
});

test("where a call stands is said with the time that it stands for", () => {
  const words = wordsIn("en");
  const at = "2021-07-15T16:30:00.000Z";
  expect(words.opening({ kind: "open-until", at })).toBe(
    "Open until 5:30pm on Thursday 15 July 2021, UK time.",
  );
  expect(words.opening({ kind: "late-by-code", at: undefined })).toBe(
    "Closed.",
  );
  expect(words.call.opening({ kind: "late-by-code", at })).toBe(
    "This call closed at 5:30pm on Thursday 15 July 2021, UK time.",
  );
});

test.each(["draft", "version", "rendering", "intent", "constructor"])(
  "no question is called %s, for a page's form or every object has something of that name",
  (id) => {
    const label = { en: "A question" };
    const definition = (questionId: string) => ({
      ...callForAdvice,
      pages: [
        {
          id: "first",
          questions: [{ id: questionId, type: "long-text", label }],
        },
      ],
    });
    expect(checkDefinition(definition(id))).toEqual({
      ok: false,
      problems: [
        {
          ...{ reason: "question-id-reserved", questionId: id },
          onPages: ["first"],
        },
      ],
    });
    expect(checkDefinition(definition(`${id}-2`))).toMatchObject({ ok: true });
  },
);

test("a definition is refused with all that stands against it, and in words at the command line", () => {
  const question = (id: string, more = {}) => ({
    id,
    type: "long-text",
    label: { en: "A question" },
    ...more,
  });
  const files = { type: "file-upload", identifying: true };
  const definition = {
    ...callForAdvice,
    pages: [
      { id: "first", questions: [question("one"), question("two")] },
      { id: "first", questions: [question("one", files)] },
      { id: "check", questions: [question("intent")] },
    ],
  };
  const checked = checkDefinition(definition);
  if (checked.ok) throw new Error("It was taken");
  expect(checked.problems.map(describeDefinitionProblem)).toEqual([
    'Two pages have the id "first"',
    'Two questions have the id "one" (on page "first")',
    'A page cannot have the id "check": Heard has one there',
    'A question cannot have the id "intent": Heard has a field or a name of its own like that (on page "check")',
    'Page "first" has several questions and no title',
    'Page "first" has an identifying question for files: what is in a file is read and searched',
  ]);
  expect(callDefinitionSchema.safeParse(definition).success).toBe(false);
  const misshapen = checkDefinition({ ...callForAdvice, pages: [] });
  if (misshapen.ok) throw new Error("It was taken");
  expect(misshapen.problems).toMatchObject([
    { reason: "misshapen", at: "pages" },
  ]);
  const [problem] = misshapen.problems;
  expect(problem && describeDefinitionProblem(problem)).toMatch(/^pages: \w/);
});

test("a definition that was read in a transaction which came to nothing is not taken for the next of its id", async () => {
  const { db } = openTestDatabase();
  const earlier = await givenCall(db);
  const other = { ...earlier.definition, title: { en: "Never there" } };
  const change = {
    callId: earlier.id,
    actor: { kind: "system" as const },
    now,
  };
  let id = 0;
  const broken = db.transaction().execute(async (trx) => {
    const stored = await trx
      .insertInto("call_definitions")
      .values({
        call_id: earlier.id,
        version: 2,
        definition: JSON.stringify(other),
        created_at: now.toISOString(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    id = stored.id;
    expect(await findDefinition(trx, id)).toEqual(other);
    throw new Error("broken off");
  });
  await expect(broken).rejects.toThrow("broken off");
  const kept = { ...earlier.definition, title: { en: "Kept" } };
  await addDefinitionVersion(db, { ...change, definition: kept });
  const { definitionId } = await findCall(db, earlier.id);
  // SQLite gives the number again, PostgreSQL never.
  if (engineOf(db) === "sqlite") expect(definitionId).toBe(id);
  expect(await findDefinition(db, definitionId)).toEqual(kept);
  expect(await findDefinition(db, earlier.definitionId)).toEqual(
    earlier.definition,
  );
});

test("each database has its own definitions, whatever their ids", async () => {
  const [first, second] = [openTestDatabase().db, openTestDatabase().db];
  const one = await givenCall(first);
  const definition = { ...one.definition, title: { en: "Another" } };
  const other = await givenCall(second, { definition });
  expect(other.definitionId).toBe(one.definitionId);
  expect(await findDefinition(second, other.definitionId)).toEqual(definition);
  expect(await findDefinition(first, one.definitionId)).toEqual(one.definition);
});
