import { expect, test } from "vitest";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { maxFormBytesOf } from "#app/http/gate/body-caps.server.ts";
import { loader as queueLoader } from "#app/routes/review.queue.tsx";
import { loader as staffLoader } from "#app/routes/review.responses.$reference.tsx";
import * as change from "#app/routes/_public.receipt.change/route.tsx";
import { loader as ownLoader } from "#app/routes/_public.receipt.response.tsx";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { givenFileText } from "#tests/given/files.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { openOwn, ownAt } from "#tests/given/own-response.ts";
import { anyLead } from "#tests/given/people.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";

const words = wordsIn("en");
const { refusals } = words.receipt.change;

/** A response that somebody is reading, and its sender's browser; an earlier one has the same words. */
async function givenRead() {
  const desk = await givenReadingDesk("I was moved. My nan took me in.");
  const { db, context, responseId, reference } = desk;
  const sender = openOwn(context, responseId);
  return {
    ...{ ...desk, sender },
    change: (text: string, { version = 1, of = "what-first" } = {}) =>
      sender.post(change, ownAt(`change?answer=${of}`), [
        [of, text],
        ["version", String(version)],
        ["reference", reference],
      ]),
    seen: () => readVisibleResponse(db, { responseId, viewer: anyLead, now }),
    staff: async () =>
      JSON.stringify((await desk.browser.get(staffLoader, desk.at())).data),
    own: async () =>
      JSON.stringify((await sender.get(ownLoader, ownAt("response"))).data),
    found: async (q: string) => {
      const address = { path: `/review/queue?q=${q}&flagged=yes`, params: {} };
      const { data } = await desk.browser.get(queueLoader, address);
      return JSON.stringify(data).includes(desk.reference);
    },
    rows: () =>
      db
        .selectFrom("answers")
        .select(["version", "text"])
        .where("response_id", "=", responseId)
        .orderBy("id")
        .execute(),
  };
}

test("a changed answer stands in a new version, and its former words are kept and found no more", async () => {
  const desk = await givenRead();
  const { db, responseId } = desk;
  await db
    .updateTable("responses")
    .set({ safeguarding_flag: 1 })
    .where("id", "=", responseId)
    .execute();
  const shown = await desk.sender.get(
    change.loader,
    ownAt("change?answer=what-first"),
  );
  expect(shown.data).toMatchObject({
    form: {
      answers: { "what-first": "I was moved. My nan took me in." },
      version: 1,
    },
  });
  expect((await desk.change("Ask my uncle.")).location).toBe(
    "/receipt/response",
  );
  expect(await desk.rows()).toEqual([
    { version: 1, text: "I was moved. My nan took me in." },
    { version: 2, text: "Ask my uncle." },
  ]);
  expect(await desk.found("nan")).toBe(false);
  await indexResponse(db, { responseId });
  expect(await desk.found("nan")).toBe(false);
  expect(await desk.found("uncle")).toBe(true);
  expect(await desk.seen()).toMatchObject({
    ...{ answersVersion: 2, wordCount: 3, excerpt: "Ask my uncle." },
    ...{ rowVersion: 2, isFlagged: true, state: "received" },
  });
  const staff = await desk.staff();
  expect(staff).toContain("as it stood until version 1");
  expect(staff).toContain("version 2");
  const own = await desk.own();
  expect(own).toContain("Version 2: You changed an answer");
  expect(own).not.toContain("nan");
  // The same again is no change.
  await desk.change("Ask my uncle.", { version: 2 });
  expect(await desk.seen()).toMatchObject({ answersVersion: 2 });
});

test("an answer may be as long where it is changed as where it was first given", () => {
  const first = maxFormBytesOf("/respond/advice/what-first");
  for (const address of ["/receipt/change", "/receipt/change.data"])
    expect(maxFormBytesOf(address)).toBe(first);
});

test("two tabs that change one answer: the second sees both, and chooses", async () => {
  const desk = await givenRead();
  await desk.change("Ask my uncle.");
  await desk.change("new@example.org", { of: "email" });
  const second = await desk.change("Ask my aunt.");
  expect(second.status).toBe(409);
  expect(second.data).toMatchObject({
    answers: { "what-first": "Ask my aunt." },
    savedLines: { "what-first": "Ask my uncle." },
    version: 3,
  });
  await desk.change("Ask my aunt.", { version: 3 });
  expect(await desk.seen()).toMatchObject({ excerpt: "Ask my aunt." });
  const identities = await desk.db
    .selectFrom("identities")
    .select("value")
    .orderBy("id")
    .execute();
  expect(identities.map(({ value }) => value)).toEqual([
    '"earlier@example.org"',
    '"new@example.org"',
  ]);
});

test("from the first passage on its words stay, and what was typed comes back", async () => {
  const desk = await givenRead();
  expect((await desk.tag("My nan")).ok).toBe(true);
  const late = await desk.change("Ask my uncle.");
  expect(late.status).toBe(409);
  expect(late.data).toMatchObject({ typedLine: "Ask my uncle." });
  expect(late.page?.data).toMatchObject({ refusal: refusals.coded });
  expect(await desk.rows()).toHaveLength(1);
  expect(await desk.own()).toContain("begun to sort");
});

test("of a change and a tag that race one wins: the tagger is told what stands, and a passage still there is carried over", async () => {
  const desk = await givenRead();
  const { db, responseId, tagId, amina } = desk;
  await desk.change("My nan took me in, and my uncle.");
  const tagging = { responseId, tagIds: [tagId], seenTagIds: [], now };
  const seen = { ...tagging, answersVersion: 1, actor: amina };
  const tagged = await saveResponseTags(db, seen);
  expect(tagged).toEqual({ ok: false, reason: "words-changed" });
  const gone = await desk.tag("I was moved");
  expect(gone).toEqual({ ok: false, reason: "words-changed" });
  expect(await desk.tag("My nan")).toMatchObject({ ok: true });
  const [passage] = await db
    .selectFrom("passages")
    .innerJoin("answers", "answers.id", "passages.answer_id")
    .select(["version", "quote", "start_offset"])
    .execute();
  expect(passage).toEqual({ version: 2, quote: "My nan", start_offset: 0 });
});

test("what does not fit comes back, and an emptied answer is taken back", async () => {
  const desk = await givenRead();
  const wrong = await desk.change("nobody", { of: "email" });
  expect(wrong.status).toBe(400);
  expect(wrong.data).toMatchObject({
    answers: { email: "nobody" },
    errors: { email: [words.questions.emailFormat] },
  });
  const long = await desk.change("x".repeat(1_000_000));
  expect(long.status).toBe(400);
  expect(await desk.seen()).toMatchObject({ answersVersion: 1 });
  // Its box is shown empty, so that pressing on deletes nothing.
  await desk.change("", { of: "email" });
  expect(await desk.seen()).toMatchObject({ answersVersion: 1 });
  await desk.change("Come to us.", { of: "how-to-listen" });
  await desk.change("", { of: "how-to-listen", version: 2 });
  expect(await desk.own()).toContain("You took this back");
  expect(await desk.seen()).toMatchObject({ answersVersion: 3 });
});

test("nothing of a response that was taken back is changed, nor by anybody else, nor too late", async () => {
  const desk = await givenRead();
  const { db, context, responseId } = desk;
  const asked = ownAt("change?answer=what-first");
  const typed = [["what-first", "Mine."]] as [string, string][];
  const nobody = await openBrowser(context).post(change, asked, typed);
  expect(nobody.status).toBe(401);
  expect((await desk.change("Mine.", { of: "unknown" })).status).toBe(404);
  await withdrawOwnResponse(db, { responseId, now });
  const late = await desk.change("Mine.");
  expect(late.page?.data).toMatchObject({ refusal: refusals.withdrawn });
  expect(await desk.rows()).toHaveLength(1);
});

test("a change that takes pages away says so first; what it took comes back with it", async () => {
  const { db, context } = await givenReadingDesk("Hers.");
  const call = await givenCall(db, { definition: formWithConditions });
  const answers = { who: "organisation", organisation: "A", story: "Ours." };
  const sent = await givenResponse(db, { call, answers });
  const { responseId, reference } = sent;
  const sender = openOwn(context, responseId);
  const choose = (who: string, version: number, leavesOut = "") =>
    sender.post(change, ownAt("change?answer=who"), [
      ["who", who],
      ["version", String(version)],
      ["reference", reference],
      ["leaves-out", leavesOut],
    ]);
  const standing = async () => {
    const { current_version: version } = await db
      .selectFrom("responses")
      .select("current_version")
      .where("id", "=", responseId)
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom("answers")
      .select("question_id")
      .where("response_id", "=", responseId)
      .where("version", "=", version)
      .orderBy("position")
      .execute();
    return rows.map(({ question_id }) => question_id);
  };
  const fileId = await givenFileText(db, responseId, { text: "Its report." });
  await db
    .updateTable("attachments")
    .set({ question_id: "file" })
    .where("id", "=", fileId)
    .execute();
  const before = await standing();
  expect(before).toContain("organisation");
  const asks = await choose("self", 1);
  expect(asks.status).toBe(409);
  expect(asks.data).toMatchObject({
    answers: { who: "self" },
    leavesOut: [
      { questionId: "organisation", line: "A" },
      { questionId: "file", files: [{ name: "letter.pdf" }] },
    ],
  });
  expect((await choose("self", 1, "organisation")).status).toBe(409);
  expect(await standing()).toEqual(before);
  expect(await selectAttachmentsForReview(db, responseId)).toHaveLength(1);
  await choose("self", 1, "organisation file");
  expect(await standing()).not.toContain("organisation");
  expect(await selectAttachmentsForReview(db, responseId)).toEqual([]);
  await choose("organisation", 2);
  expect(await standing()).toEqual(before);
});
