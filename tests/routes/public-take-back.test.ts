import { expect, test } from "vitest";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import { extractAttachmentText } from "#app/domain/attachments/extraction.server.ts";
import { scanAttachment } from "#app/domain/attachments/scanning.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { selectTagList } from "#app/domain/tagging/tags.server.ts";
import { loader as fileLoader } from "#app/routes/review.files.$attachment.tsx";
import { loader as queueLoader } from "#app/routes/review.queue.tsx";
import { loader as staffLoader } from "#app/routes/review.responses.$reference.tsx";
import * as reopen from "#app/routes/review.responses.$reference_.withdrawn.tsx";
import { loader as jsonLoader } from "#app/routes/_public.receipt.everything[.]json.ts";
import { loader as ownLoader } from "#app/routes/_public.receipt.response.tsx";
import * as takeBack from "#app/routes/_public.receipt.take-back.tsx";
import { wordsIn } from "#app/words/words.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { givenFileText } from "#tests/given/files.ts";
import { openOwn, ownAt } from "#tests/given/own-response.ts";
import { anyLead } from "#tests/given/people.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";

/** A response with a coded answer, a file with text and an email address, and its sender's browser; an earlier one has the same words. */
async function givenCoded() {
  const desk = await givenReadingDesk("I was moved. My nan took me in.");
  const { db, context, responseId, reference } = desk;
  const fileId = await givenFileText(db, responseId, { text: "My harbour." });
  await indexResponse(db, { responseId });
  expect((await desk.tag("My nan")).ok).toBe(true);
  const [file] = await selectAttachmentsForReview(db, responseId);
  const sender = openOwn(context, responseId);
  const queue = async (q: string) => {
    const address = { path: `/review/queue?${q}`, params: {} };
    const { data } = await desk.browser.get(queueLoader, address);
    return JSON.stringify(data);
  };
  return {
    ...desk,
    ...{ fileId, publicId: file?.publicId ?? "", sender, queue },
    take: (part: string) =>
      sender.post(takeBack, ownAt(`take-back?${part}`), [
        ["reference", reference],
      ]),
    own: async () =>
      JSON.stringify((await sender.get(ownLoader, ownAt("response"))).data),
    held: async () => {
      const { response } = await sender.get(
        jsonLoader,
        ownAt("everything.json"),
      );
      return response?.text();
    },
    staff: async (by = desk.browser) =>
      JSON.stringify((await by.get(staffLoader, desk.at())).data),
    seen: () => readVisibleResponse(db, { responseId, viewer: anyLead, now }),
    events: () =>
      db
        .selectFrom("events")
        .select(["actor_kind", "details"])
        .where("subject_id", "=", responseId)
        .where("type", "like", "response.%-taken-back")
        .execute(),
  };
}

const words = wordsIn("en").receipt.response;

test("an answer that was taken back is in no search, list, count or page, and the rest of the response stays", async () => {
  const desk = await givenCoded();
  const { db, responseId, reference, answerId } = desk;
  expect((await desk.take("answer=what-first")).location).toBe(
    "/receipt/response",
  );
  const own = await desk.own();
  expect(own).not.toContain("My nan");
  expect(own).toContain("You took this back");
  expect(own).toContain(words.versionOf(2));
  // At once, and after the job that was left for it.
  expect(await desk.queue("q=nan")).not.toContain(reference);
  await indexResponse(db, { responseId });
  expect(await desk.queue("q=nan")).not.toContain(reference);
  expect(await desk.queue("q=nan")).toContain(desk.earlierReference);
  expect(await desk.queue("q=harbour")).toContain(reference);
  expect(await desk.seen()).toMatchObject({
    ...{ state: "received", wordCount: 0, excerpt: "", attachmentCount: 1 },
    ...{ answersVersion: 2, rowVersion: 2 },
  });
  const [tag] = await selectTagList(db, anyLead);
  expect(tag).toMatchObject({ name: "Moves", passageCount: 0 });
  expect(own).not.toContain("Moves");
  const passages = await db
    .selectFrom("passages")
    .select(["quote", "answer_id", "taken_back_at"])
    .execute();
  expect(passages).toEqual([
    { quote: "", answer_id: answerId, taken_back_at: now.toISOString() },
  ]);
  expect(await desk.held()).toContain("My nan");
  expect(await desk.events()).toEqual([
    {
      actor_kind: "respondent",
      details: JSON.stringify({
        ...{ questionId: "what-first", version: 2, rowVersion: 2 },
      }),
    },
  ]);
});

test("its place on the response's page opens to whoever says why, and to nobody else", async () => {
  const desk = await givenCoded();
  await desk.take("answer=what-first");
  await desk.take(`file=${desk.publicId}`);
  const closed = await desk.staff();
  expect(closed).not.toContain("My nan");
  expect(closed).not.toContain("harbour");
  expect(closed).not.toContain("letter.pdf");
  expect(closed).toContain("This answer was taken back");
  expect(closed).toContain("A file was taken back");
  expect(closed).toContain("1 passage had been tagged");
  const file = {
    path: `/review/files/${desk.publicId}`,
    params: { attachment: desk.publicId },
  };
  const turnedAway = await desk.browser.get(fileLoader, file);
  expect(turnedAway.location).toBe(desk.at("/withdrawn").path);
  const why = [["reason", "complaint"]] as [string, string][];
  await desk.browser.post(reopen, desk.at("/withdrawn"), why);
  const opened = await desk.staff();
  expect(opened).toContain("My nan took me in");
  expect(opened).toContain("letter.pdf");
  const other = await desk.openAs("lead", "Lena");
  expect(await desk.staff(other.browser)).not.toContain("My nan");
});

test("a file that was taken back goes with its text, and no job touches it any more", async () => {
  const desk = await givenCoded();
  const { db, context, reference, responseId } = desk;
  const later = await givenFileText(db, responseId, { text: "A second one." });
  await indexResponse(db, { responseId });
  await desk.take(`file=${desk.publicId}`);
  await indexResponse(db, { responseId });
  expect(await desk.queue("q=harbour")).not.toContain(reference);
  expect(await desk.queue("q=second")).toContain(reference);
  const kept = await selectAttachmentsForReview(db, responseId);
  expect(kept.map(({ id }) => id)).toEqual([later]);
  expect(await desk.seen()).toMatchObject({ attachmentCount: 1, wordCount: 8 });
  expect(await desk.own()).toContain("You took a file back");
  await db
    .updateTable("attachments")
    .set({ scan_state: "waiting", extraction_state: "waiting" })
    .execute();
  const job = { attachmentId: desk.fileId, now };
  const { attachmentStore } = context;
  await scanAttachment(
    db,
    attachmentStore,
    () => {
      throw new Error("It is read");
    },
    job,
  );
  await extractAttachmentText(db, attachmentStore, job);
});

test("with an answer go the files of its question, and nobody else's", async () => {
  const desk = await givenCoded();
  const { db, responseId, reference, earlierReference } = desk;
  const { id: earlierId } = await db
    .selectFrom("responses")
    .select("id")
    .where("reference", "=", earlierReference)
    .executeTakeFirstOrThrow();
  await givenFileText(db, earlierId, { text: "Her harbour." });
  await indexResponse(db, { responseId: earlierId });
  await desk.take("answer=files");
  await indexResponse(db, { responseId });
  expect(await selectAttachmentsForReview(db, responseId)).toEqual([]);
  expect(await selectAttachmentsForReview(db, earlierId)).toHaveLength(1);
  const found = await desk.queue("q=harbour");
  expect(found).not.toContain(reference);
  expect(found).toContain(earlierReference);
  expect(await desk.seen()).toMatchObject({ attachmentCount: 0, wordCount: 8 });
});

test("of who somebody is, the words themselves go", async () => {
  const desk = await givenCoded();
  const { db } = desk;
  await desk.take("answer=email");
  const left = await db.selectFrom("identities").select("value").execute();
  expect(left).toEqual([{ value: '"earlier@example.org"' }]);
  expect(await desk.own()).toContain("You took this back");
  expect(await desk.seen()).toMatchObject({ answersVersion: 2, wordCount: 8 });
  expect(await desk.staff()).toContain("My nan");
});

test("nobody takes back what is not theirs, what is not there, or twice", async () => {
  const desk = await givenCoded();
  const { db, context, responseId } = desk;
  const { responseId: other } = await db
    .selectFrom("responses")
    .select("id as responseId")
    .where("reference", "=", desk.earlierReference)
    .executeTakeFirstOrThrow();
  await givenFileText(db, other, { text: "Hers." });
  const [hers] = await selectAttachmentsForReview(db, other);
  for (const part of [
    `file=${hers?.publicId}`,
    "answer=unknown",
    "answer=%00",
    "file=%00%ED%A0%80",
    `answer=${"x".repeat(10_000)}`,
    "answer=",
    "",
  ]) {
    const asked = await desk.sender.get(
      takeBack.loader,
      ownAt(`take-back?${part}`),
    );
    expect(asked.location).toBe("/receipt/response");
    expect((await desk.take(part)).location).toBe("/receipt/response");
  }
  expect(await desk.seen()).toMatchObject({ answersVersion: 1 });
  expect(await selectAttachmentsForReview(db, other)).toHaveLength(1);
  await desk.take("answer=email");
  await desk.take("answer=email");
  expect(await desk.seen()).toMatchObject({ answersVersion: 2 });
  await withdrawOwnResponse(db, { responseId, now });
  await desk.take("answer=what-first");
  expect(await desk.seen()).toMatchObject({ answersVersion: 2 });
  expect(await desk.events()).toHaveLength(1);
  const key = { ...context, env: { ...context.env, secret: "x".repeat(32) } };
  const forged = openOwn(key, other).cookie;
  const pressed = await openBrowser(context, forged).post(
    takeBack,
    ownAt("take-back?answer=email"),
    [],
  );
  expect(pressed.location).toBe("/receipt");
});
