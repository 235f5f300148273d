import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/calls/definition.ts";
import { evidenceItemsOf } from "#app/domain/calls/question-types/evidence-items.ts";
import { checkDraft } from "#app/domain/drafts/check-draft.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import {
  addEvidenceRecords,
  removeEvidenceItem,
  saveEvidenceItem,
} from "#app/domain/evidence/draft-items.server.ts";
import { fingerprintItem } from "#app/domain/evidence/put-item.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { randomBytes } from "node:crypto";
import { openTestDatabase } from "#tests/given/database.ts";
import { evidenceDefinition, someItem } from "#tests/given/evidence.ts";

const now = new Date("2026-11-22T09:00:00Z");
const place = { pageId: "evidence", questionId: "evidence", now };

/** A draft of a call for evidence, after somebody else's with an item of the same number. */
async function givenEvidenceDraft(question: Record<string, unknown> = {}) {
  const { db } = openTestDatabase();
  const definition = evidenceDefinition(question);
  const call = await givenCall(db, { definition });
  const hers = { items: [someItem(1, { title: "Hers" })] };
  await givenDraft(db, { call, answers: { evidence: hers }, now });
  const { draft, holderKey } = await givenDraft(db, { call, answers: {}, now });
  const read = () => findDraft(db, { callId: call.id, holderKey, now });
  return {
    db,
    definition,
    at: { ...place, draftId: draft.id },
    read,
    titles: async () =>
      evidenceItemsOf((await read())?.answers.evidence).map(
        ({ csl }) => csl.title,
      ),
  };
}

describe("an item of a draft", () => {
  test("is added, changed and removed beside the others; the last one takes the answer with it", async () => {
    const { db, at, read, titles } = await givenEvidenceDraft();
    const [one, two] = [someItem(1), someItem(2)];
    await saveEvidenceItem(db, { ...at, item: one, base: "" });
    await saveEvidenceItem(db, { ...at, item: two, base: "" });
    const changed = someItem(1, { title: "Changed" });
    const base = fingerprintItem(one);
    expect(await saveEvidenceItem(db, { ...at, item: changed, base })).toEqual({
      ok: true,
    });
    expect(await titles()).toEqual(["Changed", "Report 2"]);
    await removeEvidenceItem(db, { ...at, itemId: one.id });
    expect(await titles()).toEqual(["Report 2"]);
    await removeEvidenceItem(db, { ...at, itemId: two.id });
    expect((await read())?.answers.evidence).toBeUndefined();
  });

  test("is not overwritten by a form that was made before another tab changed it, nor brought back unasked", async () => {
    const { db, at, titles } = await givenEvidenceDraft();
    const one = someItem(1);
    const base = fingerprintItem(one);
    await saveEvidenceItem(db, { ...at, item: one, base: "" });
    const here = someItem(1, { title: "Here" });
    const there = someItem(1, { title: "There" });
    await saveEvidenceItem(db, { ...at, item: there, base });
    expect(await saveEvidenceItem(db, { ...at, item: here, base })).toEqual({
      ok: false,
      reason: "refused",
      refusal: { reason: "saved-elsewhere", saved: there },
    });
    await removeEvidenceItem(db, { ...at, itemId: one.id });
    expect(await saveEvidenceItem(db, { ...at, item: here, base })).toEqual({
      ok: false,
      reason: "refused",
      refusal: { reason: "removed" },
    });
    expect(await titles()).toEqual([]);
  });

  test("sent twice by a double press is one", async () => {
    const { db, at, titles } = await givenEvidenceDraft();
    const add = { ...at, item: someItem(1), base: "" };
    await saveEvidenceItem(db, add);
    expect(await saveEvidenceItem(db, add)).toEqual({ ok: true });
    expect(await titles()).toEqual(["Report 1"]);
  });
});

const recordOf = (title: string) => ({
  line: 1,
  csl: { type: "report" as const, title },
  own: {},
});

test("a list that is sent twice from one page adds nothing twice, and a second copy in it stays a copy", async () => {
  const { db, at, titles } = await givenEvidenceDraft();
  const records = ["A", "B", "A"].map(recordOf);
  const add = { ...at, records, rendering: "first" };
  await addEvidenceRecords(db, add);
  await addEvidenceRecords(db, {
    ...add,
    records: [...records, recordOf("C")],
  });
  expect(await titles()).toEqual(["A", "B", "A", "C"]);
});

test("what there is no room for is told, and nothing else is lost", async () => {
  const { db, at, titles } = await givenEvidenceDraft();
  const records = Array.from({ length: 502 }, (_, n) => recordOf(`R${n}`));
  const added = await addEvidenceRecords(db, {
    ...at,
    records,
    rendering: "r",
  });
  expect(added.ok && added.result.leftOut.map(({ csl }) => csl.title)).toEqual([
    "R500",
    "R501",
  ]);
  expect(await titles()).toHaveLength(500);
  expect(
    await saveEvidenceItem(db, { ...at, item: someItem(1), base: "" }),
  ).toMatchObject({ refusal: { reason: "full" } });
});

test("a required question asks for one item, and one is enough", async () => {
  const { db, at, read, definition } = await givenEvidenceDraft({
    required: true,
  });
  const messages = wordsIn("en").questions;
  const problems = async () => {
    const draft = await read();
    if (!draft) throw new Error("The draft is gone");
    return checkDraft(db, { draft, definition, messages, now });
  };
  expect(await problems()).toMatchObject([
    { questionId: "evidence", message: messages.addEvidence },
  ]);
  await saveEvidenceItem(db, { ...at, item: someItem(1), base: "" });
  expect(await problems()).toEqual([]);
});

test("items are frozen with the response, in words that are read and searched", async () => {
  const { db, at } = await givenEvidenceDraft();
  const item = someItem(
    1,
    { author: [{ family: "Ferreira", given: "Ana" }], DOI: "10.1000/abc" },
    { design: "qualitative", found: "Rest helps.", topics: ["breaks"] },
  );
  await saveEvidenceItem(db, { ...at, item, base: "" });
  await submitDraft(db, {
    draftId: at.draftId,
    secret: "s".repeat(32),
    messages: wordsIn("en").questions,
    now,
    randomBytes,
  });
  const row = await db
    .selectFrom("answers")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(JSON.parse(row.value)).toEqual({ items: [item] });
  expect(row.text.split("\n")).toEqual([
    "Report 1",
    "Ferreira, Ana",
    "https://doi.org/10.1000/abc",
    "Kind: A report",
    "Study design: Qualitative study",
    "What was found: Rest helps.",
    "Speaks to: Do breaks help?",
  ]);
});

test("a question for evidence stands on a page of its own", () => {
  const definition = evidenceDefinition();
  const [who, evidence] = definition.pages;
  const questions = [...(who?.questions ?? []), ...(evidence?.questions ?? [])];
  const page = { id: "all", title: { en: "All" }, questions };
  expect(checkDefinition({ ...definition, pages: [page] })).toEqual({
    ok: false,
    problems: [{ reason: "evidence-not-alone", pageId: "all" }],
  });
});
