import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import {
  addOwnPage,
  discardPageDraft,
  editOwnPage,
  publishOwnPage,
  takeDownOwnPage,
} from "#app/domain/portal/keep-pages.server.ts";
import { findPageGaps } from "#app/domain/portal/page-gaps.ts";
import {
  addItem,
  changeItem,
  changeTexts,
  orderItems,
} from "#app/domain/portal/page-edits.ts";
import {
  findOwnPage,
  findPageVersion,
  findPublishedPage,
  selectOwnPages,
  selectPageVersions,
  selectPublishedTitles,
} from "#app/domain/portal/own-pages.server.ts";
import {
  maxPageCharacters,
  type PageBody,
  reservedSlugs,
} from "#app/domain/portal/own-pages.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const first: PageBody = { title: { en: "Questions people ask" } };
const words = (en: string) => ({ head: { en }, text: { en: "Yes." } });

let db: Db;
let staffId: string;

beforeEach(async () => {
  ({ db } = openTestDatabase());
  ({ staffId } = await signInAs(await makeTestContext(db), "lead"));
});

const on = (day: number) =>
  new Date(`2026-12-${String(day).padStart(2, "0")}T09:00:00Z`);
const keeping = (day: number, slug = "faqs") => ({
  slug,
  staffId,
  now: on(day),
  first,
});

async function publish(day: number, slug = "faqs") {
  const page = await findOwnPage(db, slug);
  const rowVersion = page?.rowVersion ?? -1;
  return publishOwnPage(db, { ...keeping(day, slug), rowVersion });
}

test("a question keeps the date since when it says what it says, wherever it is moved", async () => {
  await editOwnPage(db, keeping(1), (body) =>
    addItem(body, "late", words("Can I answer late?")),
  );
  await editOwnPage(db, keeping(1), (body) =>
    addItem(body, "read", words("Who reads it?")),
  );
  await publish(1);
  await editOwnPage(db, keeping(2), (body) => {
    const item = body.items?.[1];
    return item
      ? changeItem(body, item, words("Who reads this?"))
      : { refused: "too-many" as const };
  });
  await editOwnPage(db, keeping(2), (body) =>
    orderItems(body, { shown: ["late", "read"], numbers: [1, 1] }),
  );
  await publish(3);
  const page = await findPublishedPage(db, "faqs");
  expect(page?.body.items?.map(({ id, changedAt }) => [id, changedAt])).toEqual(
    [
      ["read", on(3).toISOString()],
      ["late", on(1).toISOString()],
    ],
  );
});

test("the public reads a page once it is published, and what it read before is kept", async () => {
  const write = (day: number, en: string) =>
    editOwnPage(db, keeping(day, "about"), (body) =>
      changeTexts(body, { title: body.title, text: { en } }),
    );
  await write(1, "The first text.");
  expect(await findPublishedPage(db, "about")).toBeUndefined();
  await publish(1, "about");
  await write(2, "The second text.");
  expect((await findPublishedPage(db, "about"))?.body.text?.en).toBe(
    "The first text.",
  );
  await publish(2, "about");
  expect(await publish(2, "about")).toEqual({
    ok: false,
    reason: "nothing-changed",
  });
  const page = await findOwnPage(db, "about");
  expect(await selectPageVersions(db, { id: page?.id })).toMatchObject([
    { version: 2 },
    { version: 1 },
  ]);
  const version = await findPageVersion(db, { id: page?.id }, 1);
  expect(version?.body.text?.en).toBe("The first text.");
  // Of two pages, the list names both and each for itself.
  await addOwnPage(db, {
    ...keeping(3, "young-people"),
    draft: { title: { en: "For young people" } },
  });
  expect((await selectPublishedTitles(db)).map(({ slug }) => slug)).toEqual([
    "about",
  ]);
  expect(await selectOwnPages(db)).toMatchObject([
    { slug: "about", hasDraft: false, publishedAt: on(2).toISOString() },
    { slug: "young-people", hasDraft: true, publishedAt: undefined },
  ]);
  expect((await verifyChain(db)).ok).toBe(true);
});

test("a page taken down is read by nobody, and its words stay with the team", async () => {
  await editOwnPage(db, keeping(1, "privacy"), (body) =>
    changeTexts(body, { title: body.title, text: { en: "Ours." } }),
  );
  await publish(1, "privacy");
  const { rowVersion = -1 } = (await findOwnPage(db, "privacy")) ?? {};
  await takeDownOwnPage(db, { ...keeping(2, "privacy"), rowVersion });
  expect(await findPublishedPage(db, "privacy")).toBeUndefined();
  expect((await findOwnPage(db, "privacy"))?.draft?.body.text?.en).toBe(
    "Ours.",
  );
  // And is published again as another version.
  await publish(3, "privacy");
  expect((await findOwnPage(db, "privacy"))?.published?.version).toBe(2);
});

test("what was never published is thrown away whole; what was is kept", async () => {
  const draft = { title: { en: "For young people" } };
  await addOwnPage(db, { ...keeping(1, "young-people"), draft });
  await discardPageDraft(db, { ...keeping(1, "young-people"), rowVersion: 0 });
  expect(await findOwnPage(db, "young-people")).toBeUndefined();
  expect(
    await addOwnPage(db, { ...keeping(2, "young-people"), draft }),
  ).toEqual({ ok: true });
});

test("an address that is taken or stands for something else is refused by name", async () => {
  const draft = { title: { en: "A page" } };
  const add = (slug: string) => addOwnPage(db, { ...keeping(1, slug), draft });
  expect(await add("review")).toEqual({ ok: false, reason: "reserved" });
  expect(await add("faqs")).toEqual({ ok: false, reason: "reserved" });
  expect(await add("one")).toEqual({ ok: true });
  expect(await add("one")).toEqual({ ok: false, reason: "taken" });
  for (let n = 2; n <= 30; n++)
    expect(await add(`page-${n}`)).toEqual({ ok: true });
  expect(await add("page-31")).toEqual({ ok: false, reason: "full" });
});

test("a page longer than there is room for is not saved, and one published meanwhile is not published again", async () => {
  const long = { en: "x".repeat(maxPageCharacters) };
  const saved = await editOwnPage(db, keeping(1, "about"), (body) =>
    changeTexts(body, { title: body.title, text: long }),
  );
  expect(saved).toEqual({ ok: false, reason: "too-long" });
  expect(await findOwnPage(db, "about")).toMatchObject({ id: undefined });
  await editOwnPage(db, keeping(1), (body) =>
    addItem(body, "a", words("Why?")),
  );
  expect(await publishOwnPage(db, { ...keeping(1), rowVersion: 0 })).toEqual({
    ok: false,
    reason: "changed-meanwhile",
  });
});

test("what the law asks for and is not there is named", () => {
  const contact = "contact@review.example";
  const gaps = (kind: "privacy" | "about", en: string) =>
    findPageGaps(
      { kind, body: { title: { en: "Privacy" }, text: { en } } },
      contact,
    );
  expect(gaps("privacy", "We keep it safe.")).toEqual([
    "contact",
    "controller",
    "complaint",
  ]);
  expect(
    gaps(
      "privacy",
      `The data controller is the review, ${contact}. Complain to the ICO.`,
    ),
  ).toEqual([]);
  expect(gaps("about", "We keep it safe.")).toEqual([]);
});

test("every address that the portal has is reserved", () => {
  const map = readFileSync("tests/route-map.txt", "utf8");
  const paths = [
    ...map.matchAll(/^ +([\w.-]+)\S* {2}routes\/(?!review\.)\S+$/gm),
  ];
  const names = new Set(paths.map(([, name = ""]) => name.replace(/\..*/, "")));
  expect(names.size).toBeGreaterThan(8);
  expect([...names].filter((name) => !reservedSlugs.includes(name))).toEqual(
    [],
  );
});
