import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { addDefinitionVersion } from "#app/domain/calls/calls.server.ts";
import { checkDefinition, type Answers } from "#app/domain/calls/definition.ts";
import { freezeAnswers } from "#app/domain/responses/frozen-answers.ts";
import { readIdentity } from "#app/domain/responses/identity.server.ts";
import type { IdentityPurpose } from "#app/domain/responses/responses.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
  givenStaffMember,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead } from "#tests/given/people.ts";

const now = new Date("2026-11-22T09:00:00Z");

const evidence: Answers = {
  name: "Canary Nameworthy",
  email: "canary@nowhere.example",
  "on-behalf-of": "organisation",
  organisation: "Institute of Trials",
  role: "researcher",
  "questions-addressed": ["gaps", "change"],
  summary:
    "Kinship carers who were paid an allowance stayed.\nWe followed 210.",
  "published-on": { day: "3", month: "5", year: "2024" },
};

/** Every value of every table but one, the search index's own included. */
async function readAllTextBut(db: Db, table: string): Promise<string> {
  const all = await db.introspection.getTables();
  const tables = all.filter(({ name }) => name !== table);
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<
        Record<string, unknown>
      >`select * from ${sql.table(name)}`.execute(db);
      return rows.flatMap((row) =>
        Object.values(row).map((value) =>
          Buffer.isBuffer(value) ? value.toString("latin1") : String(value),
        ),
      );
    }),
  );
  return texts.flat().join("\n").toLowerCase();
}

const find = (db: Db, reference: string) =>
  findResponseForReview(db, { reference, viewer: anyLead, now });

test("identifying answers are nowhere but in identities, from draft to search index", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForEvidence });
  const { draft } = await givenDraft(db, { call, answers: evidence, now });
  const outcome = await submitDraft(db, {
    draftId: draft.id,
    secret: testSecret,
    messages: wordsIn("en").questions,
    now,
    randomBytes,
  });
  if (!outcome.ok) throw new Error("The draft was not sent");
  const response = await find(db, outcome.reference);
  await indexResponse(db, { responseId: response?.responseId ?? 0 });

  const elsewhere = await readAllTextBut(db, "identities");
  expect(elsewhere).toContain("kinship carers");
  expect(elsewhere).not.toMatch(/canary|nameworthy|nowhere\.example/);
  const kept = await db.selectFrom("identities").selectAll().execute();
  expect(kept.map((row) => [row.question_id, row.value])).toEqual([
    ["name", '"Canary Nameworthy"'],
    ["email", '"canary@nowhere.example"'],
  ]);
  expect(JSON.stringify(response)).not.toMatch(/canary|nameworthy/i);
});

test("a reviewer reads the answers in the order of the form, with their words and numbers", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForEvidence });
  const { reference } = await givenResponse(db, {
    call,
    channel: "letter",
    answers: evidence,
    receivedAt: new Date("2026-10-01T11:00:00Z"),
    recordedAt: now,
  });
  expect(await find(db, reference)).toMatchObject({
    reference,
    call: { slug: call.slug, title: "Call for Evidence", state: "open" },
    channel: "letter",
    receivedAt: "2026-10-01T11:00:00.000Z",
    recordedAt: now.toISOString(),
    wordCount: 14,
    state: "received",
    isFlagged: false,
    assigneeId: null,
    claim: undefined,
    rowVersion: 1,
    hasIdentity: true,
    fileQuestionLabels: { files: "Add the papers, reports or data" },
    answers: [
      { text: "An organisation, and I may speak for it" },
      { label: "Name of the organisation", text: "Institute of Trials" },
      { questionId: "role", text: "Researcher or evaluator" },
      {
        questionId: "questions-addressed",
        text: "Where there are gaps or conflicting views\nWhere it supports a change in practice",
      },
      { questionId: "summary", text: evidence.summary },
      { questionId: "published-on", text: "3 May 2024" },
    ],
  });
  expect(await find(db, "H-0000-0000")).toBeUndefined();
});

test("a definition that changes later changes neither what was asked nor what was answered", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const { reference } = await givenResponse(db, { call });
  const before = await findResponseForReview(db, {
    reference,
    viewer: anyLead,
    now,
  });
  await addDefinitionVersion(db, {
    callId: call.id,
    definition: JSON.parse(
      JSON.stringify(callForAdvice)
        .replace("Which of these describes you best?", "Who are you?")
        .replace("I am or have been in care", "Care-experienced"),
    ) as typeof callForAdvice,
    actor: { kind: "system" },
    now,
  });
  const after = await findResponseForReview(db, {
    reference,
    viewer: anyLead,
    now,
  });
  expect(after?.answers).toEqual(before?.answers);
  expect(after?.answers[0]).toMatchObject({
    label: "Which of these describes you best?",
    text: "I am or have been in care",
  });
});

test("reading who sent a response is an event that says what for, and not what was read", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForEvidence });
  const { responseId } = await givenResponse(db, { call, answers: evidence });
  const viewer = await givenStaffMember(db, { role: "lead" });
  const purpose = "reply-to-respondent";
  const read = await readIdentity(db, { responseId, purpose, viewer, now });
  expect(read).toEqual({
    ok: true,
    lines: [
      { questionId: "name", label: "Full name", text: "Canary Nameworthy" },
      {
        questionId: "email",
        label: "Email address",
        text: "canary@nowhere.example",
      },
    ],
  });
  const event = await db
    .selectFrom("events")
    .selectAll()
    .where("type", "=", "response.identity-read")
    .executeTakeFirstOrThrow();
  expect(event).toMatchObject({
    actor_id: viewer.staffId,
    subject_id: responseId,
    details: '{"purpose":"reply-to-respondent"}',
  });
});

test("identity is not read without a purpose, and not of a response that is not there", async () => {
  const { db } = openTestDatabase();
  const { responseId } = await givenResponse(db);
  const readFor = (purpose: string, id: number) =>
    readIdentity(db, {
      responseId: id,
      purpose: purpose as IdentityPurpose,
      viewer: anyLead,
      now,
    });
  const noPurpose = { ok: false, reason: "no-purpose" };
  expect(await readFor("", responseId)).toEqual(noPurpose);
  expect(await readFor("curiosity", responseId)).toEqual(noPurpose);
  const notFound = { ok: false, reason: "not-found" };
  expect(await readFor("safeguarding", 9_999)).toEqual(notFound);
});

test("a definition whose files are identifying is refused: what is in a file is read and searched", () => {
  const pages = callForAdvice.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => ({
      ...question,
      identifying: question.type === "file-upload",
    })),
  }));
  expect(checkDefinition({ ...callForAdvice, pages })).toMatchObject({
    problems: [{ reason: "identifying-files" }],
  });
});

test("an excerpt is the beginning of the first long answer, in characters and on one line", () => {
  const freeze = (answers: Answers) =>
    freezeAnswers(callForAdvice, answers, "en").excerpt;
  expect(freeze({ ...someAdvice, "what-first": "One\n\ntwo   three" })).toBe(
    "One two three",
  );
  const cut = freeze({ ...someAdvice, "what-first": "👩‍👧".repeat(100) });
  expect(Array.from(cut)).toHaveLength(161);
  expect(cut).not.toMatch(/\p{Surrogate}/u);
  expect(freeze({ "may-quote": "yes", email: "a@b.example" })).toBe(
    "Yes, you may quote from it",
  );
  expect(freeze({ email: "a@b.example" })).toBe("");
});

test("words are counted in what was written, not in what was chosen", () => {
  const { wordCount } = freezeAnswers(
    callForAdvice,
    {
      "respondent-kind": "parent",
      "what-first": "It's well-known: 3 moves in 2 years.",
      email: "not.counted@nowhere.example",
    },
    "en",
  );
  expect(wordCount).toBe(7);
});
