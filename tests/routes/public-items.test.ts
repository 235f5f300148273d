import { expect, test } from "vitest";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { maxFormBytesOf } from "#app/http/gate/body-caps.server.ts";
import { loader as everything } from "#app/routes/_public.receipt.everything.tsx";
import * as form from "#app/routes/_public.receipt.item/route.tsx";
import { loader as list } from "#app/routes/_public.receipt.items.tsx";
import * as removal from "#app/routes/_public.receipt.remove-item.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as staffPage } from "#app/routes/review.responses.$reference.tsx";
import { wordsIn } from "#app/words/words.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { evidenceDefinition } from "#tests/given/evidence.ts";
import { openOwn, ownAt } from "#tests/given/own-response.ts";
import { now } from "#tests/given/respondents.ts";
import {
  first,
  givenSentEvidence,
  moneyWithEvidence,
  second,
} from "#tests/given/sent-evidence.ts";
import { signInAs } from "#tests/given/sessions.ts";

const words = wordsIn("en");
test("one item is changed in a new version; the old one is kept, and everybody sees what stands", async () => {
  const { db, context, sender, ...given } = await givenSentEvidence();
  expect(await given.own()).toContain("/receipt/items?answer=evidence");
  const listed = await sender.get(list, given.at("items"));
  expect(listed.data).toMatchObject({
    list: {
      count: "2 items added",
      cards: [{ title: "Her first report" }, { title: "The second report" }],
    },
  });
  const { page } = await given.open(second.id);
  expect(page?.typed).toMatchObject({ title: ["The second report"] });
  const before = await given.signedNow();
  const typed = { ...page?.marks, title: "Corrected", DOI: "10.1000/2" };
  const saved = await given.save(second.id, typed);
  expect(saved.location).toBe(
    `/receipt/items?answer=evidence#item-${second.id}`,
  );
  expect(await given.rows()).toEqual([
    {
      ...{ version: 1, isTakenBack: false },
      titles: ["Her first report", "The second report"],
    },
    {
      ...{ version: 2, isTakenBack: false },
      titles: ["Her first report", "Corrected"],
    },
  ]);
  expect(await given.rows(given.other.responseId)).toHaveLength(1);
  // The same once more is no change.
  expect((await given.save(second.id, typed)).location).toContain("#item-");
  expect(await given.rows()).toHaveLength(2);
  await indexResponse(db, given);
  const staff = openBrowser(context, (await signInAs(context, "lead")).cookie);
  const { reference } = given;
  const path = `/review/responses/${reference}`;
  const found = async (q: string) => {
    const address = { path: `/review/queue?q=${q}`, params: {} };
    const { data } = await staff.get(queue, address);
    return JSON.stringify(data).includes(reference);
  };
  expect([await found("Corrected"), await found("second")]).toEqual([
    true,
    false,
  ]);
  const read = await staff.get(staffPage, { path, params: { reference } });
  expect(JSON.stringify(read.data)).toContain("as it stood until version 1");
  expect(read.data).toMatchObject({
    answers: [{}, { evidence: { cards: [{}, { title: "Corrected" }] } }],
  });
  expect(await given.own()).toContain("Version 2: You changed an answer");
  const held = await sender.get(everything, ownAt("everything"));
  expect(JSON.stringify(held.data)).toContain("Corrected");
  expect(JSON.stringify(held.data)).toContain("The second report");
  const { version, answers } = await given.signedNow();
  expect(version).toBe(before.version + 1);
  expect(JSON.stringify(answers)).toContain("Corrected");
});

test("one is added once for each form, and one is removed", async () => {
  const given = await givenSentEvidence();
  const typed = { ...(await given.marksOf("new")), title: "A third" };
  await given.save("new", typed);
  await given.save("new", typed);
  await given.remove(first.id);
  // Gone already is what was wanted.
  expect((await given.remove(first.id)).location).toBe(
    "/receipt/items?answer=evidence",
  );
  const rows = await given.rows();
  expect(rows.map(({ titles }) => titles)).toEqual([
    ["Her first report", "The second report"],
    ["Her first report", "The second report", "A third"],
    ["The second report", "A third"],
  ]);
});

test("what does not fit comes back, and nothing is saved", async () => {
  const given = await givenSentEvidence();
  const typed = { ...(await given.marksOf("new")), year: "two" };
  const refused = await given.save("new", typed);
  expect(refused.status).toBe(400);
  const { problems } = words.evidence;
  expect(refused.data).toMatchObject({
    typed: { year: ["two"] },
    errors: { title: [problems["title-missing"]], year: [problems.year] },
  });
  expect(await given.rows()).toHaveLength(1);
  const unchosen = await given.sender.get(
    form.loader,
    given.at("item", { item: "new", kind: "none" }),
  );
  expect(unchosen.data).toMatchObject({
    page: { kindError: words.evidence.selectKind },
  });
});

test("two tabs with one item: the second sees both; another item stands in nobody's way", async () => {
  const given = await givenSentEvidence();
  const ofFirst = await given.marksOf(first.id);
  const ofSecond = await given.marksOf(second.id);
  await given.save(first.id, { ...ofFirst, title: "From one tab" });
  const other = await given.save(second.id, { ...ofSecond, title: "Other" });
  expect(other.location).toContain("#item-");
  const late = { ...ofFirst, title: "From another tab" };
  const both = await given.save(first.id, late);
  expect(both.status).toBe(409);
  expect(both.data).toMatchObject({
    typed: { title: ["From another tab"] },
    saved: { text: expect.stringContaining("From one tab") as string },
  });
  const { saved } = both.data as { saved: { base: string } };
  await given.save(first.id, { ...late, base: saved.base });
  await given.remove(first.id);
  const gone = await given.save(first.id, { ...late, title: "Gone" });
  expect(gone.data).toMatchObject({ saved: { base: "" } });
  await given.save(first.id, { ...late, base: "", title: "Back" });
  expect((await given.rows()).map(({ titles }) => titles).slice(1)).toEqual([
    ["From one tab", "The second report"],
    ["From one tab", "Other"],
    ["From another tab", "Other"],
    ["Other"],
    ["Other", "Back"],
  ]);
});

test("with the last item the answer is taken back, and evidence can be given again", async () => {
  const given = await givenSentEvidence({ items: [second] });
  const asked = await given.sender.get(
    removal.loader,
    given.at("remove-item", { item: second.id }),
  );
  expect(asked.data).toMatchObject({
    view: { lead: words.receipt.items.removeLast },
  });
  await given.remove(second.id);
  expect(await given.rows()).toMatchObject([{ version: 1, isTakenBack: true }]);
  expect(await given.own()).toContain("You took this back");
  await given.save("new", { ...(await given.marksOf("new")), title: "Anew" });
  expect(await given.rows()).toMatchObject([
    { version: 1, isTakenBack: true },
    { version: 3, isTakenBack: false, titles: ["Anew"] },
  ]);
});

test("a required question keeps its last item, and says so", async () => {
  const definition = evidenceDefinition({ required: true });
  const given = await givenSentEvidence({ definition, items: [second] });
  const refused = await given.remove(second.id);
  expect(refused).toMatchObject({
    status: 409,
    data: { errors: { "": [words.questions.addEvidence] } },
    page: { data: { view: { needed: words.receipt.items.lastNeeded } } },
  });
  expect(await given.rows()).toMatchObject([{ isTakenBack: false }]);
});

test("what is not asked for any more without evidence is named first", async () => {
  const definition = moneyWithEvidence();
  const given = await givenSentEvidence({ definition, items: [second] });
  const asks = await given.remove(second.id);
  expect(asks).toMatchObject({
    status: 409,
    data: { leavesOut: [{ questionId: "money", line: "Little." }] },
  });
  expect(await given.rows()).toMatchObject([{ isTakenBack: false }]);
  await given.remove(second.id, [["leaves-out", "money"]]);
  expect(await given.rows()).toMatchObject([{ isTakenBack: true }]);
  expect(await given.own()).not.toContain("Little.");
});

test("from the first tag on items stay as they are, and what was typed comes back", async () => {
  const { db, context, ...given } = await givenSentEvidence();
  const typed = { ...(await given.marksOf(first.id)), title: "Too late" };
  const { cookie: _, ...actor } = await signInAs(context, "reviewer");
  const tag = { name: "Moves", definition: "Being moved.", actor, now };
  const defined = await defineTag(db, tag);
  const tagIds = defined.ok ? [defined.tagId] : [];
  const coding = { responseId: given.responseId, seenTagIds: [], tagIds };
  await saveResponseTags(db, { ...coding, actor, now });
  const late = await given.save(first.id, typed);
  expect(late).toMatchObject({
    status: 409,
    data: { typedLine: expect.stringContaining("Too late") as string },
    page: { data: { refusal: words.receipt.change.refusals.coded } },
  });
  expect((await given.remove(first.id)).status).toBe(409);
  expect(await given.rows()).toHaveLength(1);
  expect(await given.own()).not.toContain("/receipt/items");
});

test("nobody else changes an item, nor its sender once it was taken back, nor by the page of another response", async () => {
  const { db, context, responseId, ...given } = await givenSentEvidence();
  const typed = { ...(await given.marksOf(second.id)), title: "Mine" };
  const nobody = openBrowser(context);
  expect((await given.save(second.id, typed, nobody)).status).toBe(401);
  const shown = await nobody.get(list, given.at("items"));
  expect(shown.location).toBe("/receipt");
  const another = openOwn(context, given.other.responseId);
  const mistaken = await given.save(second.id, typed, another);
  expect(mistaken).toMatchObject({
    status: 409,
    data: { errors: { "": [words.receipt.items.ofAnother] } },
  });
  const removed = await given.remove(second.id, [], another);
  expect(removed.data).toMatchObject({
    errors: { "": [words.receipt.items.ofAnother] },
  });
  expect(await given.rows(given.other.responseId)).toMatchObject([
    { titles: ["Report 2"] },
  ]);
  expect((await given.save("nonsense", typed)).status).toBe(404);
  await withdrawOwnResponse(db, { responseId, now });
  expect((await given.save(second.id, typed)).status).toBe(409);
  expect((await given.remove(second.id)).status).toBe(409);
  expect(await given.rows()).toHaveLength(1);
});

test("an item may be as long where it is changed as where it was first given", () => {
  const before = maxFormBytesOf("/respond/advice/evidence/item/new");
  for (const address of ["item", "item.data", "add-item", "add-item.data"])
    expect(maxFormBytesOf(`/receipt/${address}`)).toBe(before);
});
