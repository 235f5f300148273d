import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { proposeToWithhold } from "#app/domain/redaction/propose.server.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import {
  action,
  loader,
} from "#app/routes/review.responses.$reference_.redact/route.tsx";
import { loader as preview } from "#app/routes/review.responses.$reference_.redact_.preview.tsx";
import { loader as list } from "#app/routes/review.redactions.tsx";
import { loader as read } from "#app/routes/review.responses.$reference.tsx";
import { wordsIn } from "#app/words/words.ts";
import { ask, type RouteFunction } from "#tests/asking/routes.ts";
import { now } from "#tests/given/coded.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { givenFileText } from "#tests/given/files.ts";
import { givenRedacting } from "#tests/given/redacting.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenRedactPage() {
  const redacting = await givenRedacting();
  const { db, place } = redacting;
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "reviewer");
  const { reference } = place;
  const asked = { context, cookie, params: { reference }, path: "/review" };
  return {
    ...redacting,
    asLead: async () => (await signInAs(context, "lead")).cookie,
    show: (of: RouteFunction = loader, as = cookie) =>
      ask(of, { ...asked, cookie: as }),
    choose: async (move: string, ...items: string[]) => {
      const form = items.map((item): [string, string] => ["items", item]);
      return ask(action, { ...asked, form: [...form, ["move", move]] });
    },
    change: (typed: string) =>
      changeOwnAnswer(db, {
        ...{ ...place, questionId: "what-first", typed, version: 1 },
        ...{ leavesOut: [], messages: wordsIn("en").questions, now },
      }),
  };
}

test("what a colleague proposed is decided from the list that is ticked, and the preview goes without it", async () => {
  const { propose, ids, rows, show, choose: post } = await givenRedactPage();
  await propose("Dr Amira Khan");
  await propose("07700 900123", { reason: "phone" });
  const [name = "", phone = ""] = await ids();
  expect((await post("approve")).status).toBe(400);
  const refused = await post("approve", phone, "no-such-redaction");
  expect(refused).toMatchObject({
    status: 409,
    data: { sent: { items: [phone, "no-such-redaction"] } },
  });
  expect((await rows()).map(({ state }) => state)).not.toContain("approved");
  await post("approve", phone);
  const { data } = await show();
  expect(data).toMatchObject({
    toDecide: [{ publicId: name, quote: "Dr Amira Khan" }],
    approved: [{ publicId: phone, mayRefuse: true }],
  });
  const left = JSON.stringify((await show(preview)).data);
  expect(left).toContain("[redacted: phone]");
  expect(left).not.toContain("07700");
  expect(left).toContain("Dr Amira Khan saw me");
});

test("the preview names the files that do not leave, to those who may see their names", async () => {
  const given = await givenRedactPage();
  const { db, amina, place, ids, show, choose: post, asLead } = given;
  const { responseId } = place;
  await givenFileText(db, responseId, { text: "The first of two." });
  const id = await givenFileText(db, responseId, { text: "The other." });
  const { public_id: publicId } = await db
    .updateTable("attachments")
    .set({ original_name: "Nia Rees.pdf" })
    .where("id", "=", id)
    .returning("public_id")
    .executeTakeFirstOrThrow();
  await proposeToWithhold(db, {
    ...{ responseId, publicId, reason: "third-person" as const },
    ...{ actor: amina, now, randomBytes },
  });
  const waits = "To withhold 1 file waits for a second person.";
  const { data: before } = await show(preview);
  expect(before).toMatchObject({ withheld: [], besides: undefined });
  expect(before?.lead).toEqual([expect.stringContaining("all of it"), waits]);
  await post("approve", ...(await ids()));
  const { data } = await show(preview);
  const reason = "About somebody else";
  expect(data).toMatchObject({
    lead: ["No words are redacted."],
    withheld: [{ name: "A file that is withheld", reason }],
    besides: expect.stringContaining("no memo"),
  });
  expect(JSON.stringify(data)).not.toContain("Nia Rees.pdf");
  const { data: forLead } = await show(preview, await asLead());
  expect(forLead).toMatchObject({ withheld: [{ name: "Nia Rees.pdf" }] });
});

test("a suggestion that was ticked is proposed; one that was made up is not", async () => {
  const { place, rows, show, choose: post } = await givenRedactPage();
  const suggestion = `answer-${place.answerId}:22-34:phone`;
  const { data } = await show();
  expect(JSON.stringify(data?.suggestions)).toContain(suggestion);
  await post("propose", suggestion, `answer-${place.answerId}:0-5:name`);
  await post("propose", "answer-x:0-5:name");
  expect(await rows()).toEqual([]);
  await post("propose", suggestion);
  expect(await rows()).toMatchObject([{ startOffset: 22, reason: "phone" }]);
  expect(JSON.stringify((await show()).data?.suggestions)).not.toContain(
    suggestion,
  );
});

test("an answer that its sender changed has to be marked anew, and its former redactions wait for nobody", async () => {
  const { propose, ids, show, choose: post, change } = await givenRedactPage();
  await propose("Dr Amira Khan");
  await propose("07700 900123");
  const [, phone = ""] = await ids();
  await post("approve", phone);
  expect((await show(list)).data).toMatchObject({ forViewer: [{}] });
  expect(await change("Dr Amira Khan saw me again.")).toMatchObject({
    ok: true,
  });
  const { data } = await show();
  expect(data).toMatchObject({ toDecide: [], approved: [] });
  expect(data?.stale).toContain("2 redactions stood in words");
  expect(JSON.stringify(data?.suggestions)).toContain("Amira Khan");
  expect((await show(list)).data).toMatchObject({ forViewer: [], own: [] });
  expect((await show(read)).data).toMatchObject({ redactions: "Redact" });
});

test("a lead who reads a response sees the original, with what is redacted marked", async () => {
  const { propose, ids, show, choose: post, asLead } = await givenRedactPage();
  await propose("Dr Amira Khan");
  await post("approve", ...(await ids()));
  const { data } = await show(read, await asLead());
  expect(data).toMatchObject({ redactions: "Redactions: 1 approved" });
  expect(data?.answers).toMatchObject([
    {
      segments: [
        { redacted: undefined },
        { text: "Dr Amira Khan", redacted: "approved" },
        { redacted: undefined },
      ],
    },
  ]);
});
