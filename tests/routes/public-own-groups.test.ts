import { expect, test } from "vitest";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { loader as everything } from "#app/routes/_public.receipt.everything.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as staffPage } from "#app/routes/review.responses.$reference.tsx";
import { wordsIn } from "#app/words/words.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { formWithGroup, placements } from "#tests/given/forms-with-groups.ts";
import { openOwn, ownAt, readSigned } from "#tests/given/own-response.ts";
import { now } from "#tests/given/respondents.ts";
import { givenSentGroup } from "#tests/given/sent-group.ts";
import { signInAs } from "#tests/given/sessions.ts";

const words = wordsIn("en");
const { groups } = words.receipt;

const secondAndThird = [
  ["before", "Hello."],
  ["placements", "Placement 1\nPlacement 2"],
  ["kind_2", "With my aunt"],
  ["kind_31", "A hotel"],
  ["after", "Bye."],
];

test("an item is removed in one version, with what was answered about it named first and taken back", async () => {
  const { db, context, sender, reference, ...given } = await givenSentGroup();
  const signedNow = () => readSigned(sender);
  expect(await given.own()).toContain("/receipt/items?answer=placements");
  expect(await given.list()).toMatchObject({
    list: {
      cards: [
        { title: "Placement 1", lines: ["Foster care", "Cold."] },
        { title: "Placement 2" },
        { title: "Placement 3" },
      ],
      notes: [words.group.full(3), groups.changeEach, expect.any(String)],
    },
  });
  expect((await given.asked("7")).data).toMatchObject({
    view: {
      heading: "Do you want to remove Placement 1?",
      going: [
        { questionId: "kind_7", line: "Foster care" },
        { questionId: "how_7", line: "Cold." },
      ],
    },
  });
  // One of them was not read: it may have come since.
  expect(await given.remove("7", "kind_7")).toMatchObject({
    status: 409,
    data: { errors: { "": [groups.takesMore] } },
  });
  const before = await signedNow();
  const gone = await given.remove("7", "kind_7 how_7");
  expect(gone.location).toBe("/receipt/items?answer=placements");
  expect(await given.stands()).toEqual(secondAndThird);
  expect(await given.stands(given.other.responseId)).toHaveLength(7);
  // Gone already is what was wanted.
  expect((await given.remove("7", "")).status).toBe(303);
  expect(await given.own()).toContain("Version 2: You changed an answer");
  expect(await given.own()).not.toContain("Version 3");
  await indexResponse(db, given);
  const staff = openBrowser(context, (await signInAs(context, "lead")).cookie);
  const found = async (q: string) => {
    const address = { path: `/review/queue?q=${q}`, params: {} };
    const { data } = await staff.get(queue, address);
    return JSON.stringify(data).includes(reference);
  };
  expect([await found("hotel"), await found("Cold")]).toEqual([true, false]);
  const path = `/review/responses/${reference}`;
  const read = await staff.get(staffPage, { path, params: { reference } });
  const told = JSON.stringify(read.data);
  expect(told).not.toContain("Cold.");
  expect(told).toContain("Placement: How was it?");
  const held = JSON.stringify(
    (await sender.get(everything, ownAt("everything"))).data,
  );
  expect(held).toContain("Cold.");
  expect(held).toContain("Placement: How was it?");
  expect(held).toContain(words.receipt.everything.earlierTakenBack);
  const { version, answers } = await signedNow();
  expect(version).toBe(before.version + 1);
  expect(JSON.stringify(answers)).toContain("A hotel");
  expect(JSON.stringify(answers)).not.toContain("Cold.");
});

test("one is added in one version, once for each form, and is read where it stands", async () => {
  const given = await givenSentGroup();
  await given.remove("7", "kind_7 how_7");
  const { data } = await given.opened();
  expect(data).toMatchObject({
    form: {
      heading: "Placement 3",
      questions: [{ id: "kind_new" }, { id: "how_new" }],
    },
  });
  const marks = await given.marks();
  const typed = { ...marks, kind_new: "My gran’s", how_new: "Warm." };
  const added = await given.add(typed);
  const { item = "" } = marks;
  expect(added.location).toBe(`/receipt/items?answer=placements#item-${item}`);
  // Pressed twice.
  expect((await given.add(typed)).location).toBe(added.location);
  expect(await given.stands()).toEqual([
    ...[
      secondAndThird[0],
      ["placements", "Placement 1\nPlacement 2\nPlacement 3"],
    ],
    ...secondAndThird.slice(2, 4),
    [`kind_${item}`, "My gran’s"],
    [`how_${item}`, "Warm."],
    ["after", "Bye."],
  ]);
  expect(await given.own()).toContain("Version 3: You changed an answer");
  expect(await given.own()).not.toContain("Version 4");
  const again = await given.add({ ...typed, kind_new: "Another" });
  expect(again).toMatchObject({
    status: 409,
    data: { errors: { "": [groups.addedAlready] } },
  });
  const full = await given.opened();
  expect(full.location).toBe("/receipt/items?answer=placements");
});

test("an id is never that of an item that was there, and no room is told with what was typed", async () => {
  const given = await givenSentGroup();
  const marks = { item: "7", reference: given.reference };
  const typed = { ...marks, kind_new: "Anew" };
  const full = await given.add({ ...typed, item: "8" });
  expect(full).toMatchObject({
    status: 409,
    data: { typedLine: expect.stringContaining("Anew") as string },
    page: { data: { refusal: words.group.full(3) } },
  });
  await given.remove("7", "kind_7 how_7");
  expect(await given.add(typed)).toMatchObject({
    status: 409,
    data: { errors: { "": [groups.addedAlready] } },
  });
  expect(await given.stands()).toEqual(secondAndThird);
});

test("what does not fit comes back, and nothing is added; the last ones that are needed stay", async () => {
  const given = await givenSentGroup();
  await given.remove("31", "kind_31");
  const refused = await given.add({ ...(await given.marks()), how_new: "So." });
  expect(refused).toMatchObject({
    status: 400,
    data: {
      answers: { how_new: "So." },
      errors: { kind_new: ["Enter what kind of place it was"] },
    },
  });
  expect((await given.asked("2")).data).toMatchObject({
    view: { needed: groups.lastNeeded(2), going: [] },
  });
  const needed = await given.remove("2", "kind_2");
  expect(needed).toMatchObject({
    status: 409,
    data: { errors: { "": ["Add at least 2"] } },
  });
  expect(await given.stands()).toHaveLength(6);
});

test("with the last item the answer is taken back, and what is not asked for without it is named", async () => {
  const least = { ...placements, min: 1 };
  const [before, , after] = formWithGroup.pages;
  const pages = [before, { id: "placements", questions: [least] }, after];
  const definition = callDefinitionSchema.parse({ ...formWithGroup, pages });
  const given = await givenSentGroup({
    definition,
    answers: {
      placements: { items: [{ id: "2" }] },
      ...{ kind_2: "With my aunt", after: "Bye." },
    },
  });
  expect((await given.asked("2")).data).toMatchObject({
    view: { lead: groups.removeLast },
  });
  expect(await given.remove("2", "kind_2")).toMatchObject({
    status: 409,
    data: { leavesOut: [{ questionId: "after", line: "Bye." }] },
  });
  await given.remove("2", "kind_2 after");
  expect(await given.stands()).toEqual([]);
  expect(await given.own()).toContain("You took this back");
  // What was only left out comes back; what was taken back does not.
  await given.add({ ...(await given.marks()), kind_new: "Anew" });
  expect((await given.stands()).map(([, text]) => text)).toEqual([
    ...["Placement 1", "Anew", "Bye."],
  ]);
});

test("another item's change stands in nobody's way, and an answer that is changed keeps its place", async () => {
  const given = await givenSentGroup();
  await given.remove("7", "kind_7 how_7");
  const changed = await given.changeAnswer("kind_31", "A hostel", 1);
  expect(changed.status).toBe(303);
  await given.changeAnswer("after", "So long.", 1);
  expect(await given.stands()).toEqual([
    ...secondAndThird.slice(0, 3),
    ["kind_31", "A hostel"],
    ["after", "So long."],
  ]);
  expect((await given.changeAnswer("kind_7", "Late", 1)).status).toBe(404);
});

test("from the first tag on items stay, nor does anybody else change them, nor the page of another response", async () => {
  const { db, context, responseId, ...given } = await givenSentGroup();
  await given.remove("7", "kind_7 how_7");
  const typed = { ...(await given.marks()), kind_new: "Mine" };
  expect((await given.add(typed, openBrowser(context))).status).toBe(401);
  const another = openOwn(context, given.other.responseId);
  const ofAnother = { errors: { "": [words.receipt.items.ofAnother] } };
  expect(await given.add(typed, another)).toMatchObject({ data: ofAnother });
  const mistaken = await given.remove("2", "kind_2", another);
  expect(mistaken).toMatchObject({ status: 409, data: ofAnother });
  expect(await given.stands(given.other.responseId)).toHaveLength(7);
  const { cookie: _, ...actor } = await signInAs(context, "reviewer");
  const tag = { name: "Moves", definition: "Being moved.", actor, now };
  const defined = await defineTag(db, tag);
  const tagIds = defined.ok ? [defined.tagId] : [];
  const coding = { responseId, seenTagIds: [], tagIds };
  await saveResponseTags(db, { ...coding, actor, now });
  expect(await given.add(typed)).toMatchObject({
    status: 409,
    data: { typedLine: expect.stringContaining("Mine") as string },
    page: { data: { refusal: words.receipt.change.refusals.coded } },
  });
  expect((await given.remove("2", "kind_2")).status).toBe(409);
  expect(await given.stands()).toEqual(secondAndThird);
  expect(await given.own()).not.toContain("/receipt/items");
});
