import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import {
  proposeRedaction,
  proposeToWithhold,
} from "#app/domain/redaction/propose.server.ts";
import { selectRedactionRows } from "#app/domain/redaction/redactions.queries.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import type { Tagger } from "#app/domain/tagging/tags.ts";
import type { Db } from "#app/db/schema.ts";
import { givenFileText } from "#tests/given/files.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { guardedRoutes } from "#tests/asking/review-modules.ts";
import { ask } from "#tests/asking/routes.ts";
import { givenCoding, now } from "#tests/given/coded.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { keyIn } from "#tests/given/entries.ts";
import { signInAs } from "#tests/given/sessions.ts";

const former = "Zformerzq";
const present = "Zpresentzq";
/** The name, the words and what is said of a file that is withheld. */
const file = { name: "Znamezq", text: "Ztextzq", about: "Zaboutzq" };
/** Stands beside both, and is what is searched for. */
const sentence = (canary: string) => `It was ${canary} that 🏠 helped us.`;

const searched = "?q=helped&question=what-first";

/** A letter that was keyed in, redacted, changed, redacted again and coded. */
async function givenRedactedLetter() {
  const { db, call, amina, lead, tag, code, whole } = await givenCoding();
  const tagId = await tag("Support");
  const typed = { "what-first": sentence(former) };
  const keyed = await keyIn(db, { call, actor: lead, typed });
  if (!keyed.ok) throw new Error(keyed.reason);
  const { responseId, reference } = keyed;
  const redact = async (canary: string) => {
    const { id: answerId } = await db
      .selectFrom("answers")
      .select("id")
      .where("response_id", "=", responseId)
      .where("text", "like", `%${canary}%`)
      .executeTakeFirstOrThrow();
    const place = { responseId, answerId };
    await proposeRedaction(db, {
      ...{ ...place, quote: canary, reason: "name" as const },
      ...{ actor: amina, now, randomBytes },
    });
    const rows = await selectRedactionRows(db, responseId);
    const publicIds = rows
      .filter(({ state }) => state === "proposed")
      .map(({ publicId }) => publicId);
    const decision = { responseId, publicIds, move: "approve" as const };
    await decideRedactions(db, { ...decision, actor: lead, now });
    return place;
  };
  await redact(former);
  const changed = await changeOwnAnswer(db, {
    ...{ responseId, questionId: "what-first", version: 1 },
    ...{ typed: sentence(present), leavesOut: [], now },
    messages: wordsIn("en").questions,
  });
  expect(changed).toMatchObject({ ok: true });
  const place = await redact(present);
  const attachment = await withhold({ db, responseId, tagId, amina, lead });
  await whole(responseId, tagId);
  await code(place, tagId, `${present} that 🏠`, { actor: lead });
  await code(place, tagId, "helped us", { actor: lead });
  await indexResponse(db, { responseId });
  return { db, amina, lead, tagId, reference, place, attachment };
}

/** Puts a file beside it, in which something is tagged, and withholds it. @returns its public id. */
async function withhold(of: {
  db: Db;
  responseId: number;
  tagId: number;
  amina: Tagger;
  lead: Tagger;
}) {
  const { db, responseId, tagId, amina, lead } = of;
  const text = `It says ${file.text} of us.`;
  const attachmentId = await givenFileText(db, responseId, { text });
  const { public_id: publicId } = await db
    .updateTable("attachments")
    .set({ original_name: `${file.name}.pdf`, about: file.about })
    .where("id", "=", attachmentId)
    .returning("public_id")
    .executeTakeFirstOrThrow();
  const by = { actor: amina, now, randomBytes };
  const tagged = await tagPassage(db, {
    ...{ responseId, attachmentId, tagId, quote: file.text, memo: "", ...by },
  });
  expect(tagged).toMatchObject({ ok: true });
  const reason = "third-person" as const;
  await proposeToWithhold(db, { responseId, publicId, reason, ...by });
  const rows = await selectRedactionRows(db, responseId);
  const publicIds = rows
    .filter(({ state }) => state === "proposed")
    .map((one) => one.publicId);
  const decision = { responseId, publicIds, move: "approve" as const };
  const decided = await decideRedactions(db, { ...decision, actor: lead, now });
  expect(decided).toMatchObject({ ok: true });
  return publicId;
}

test("what is redacted stands on no page of the review side for a reviewer, and where it stood for a lead", async () => {
  const { db, tagId, reference, attachment } = await givenRedactedLetter();
  const context = await makeTestContext(db);
  const pagesWith = async (
    role: "reviewer" | "lead",
    words: readonly string[],
  ) => {
    const { cookie } = await signInAs(context, role);
    const found: string[] = [];
    for (const { name, load } of guardedRoutes) {
      const { loader } = await load();
      if (!loader) continue;
      const params = { reference, tag: String(tagId), attachment };
      for (const asked of ["", searched]) {
        const path = `/review/somewhere${asked}`;
        const answer = await ask(loader, { context, cookie, params, path });
        const body = (await answer.response?.text()) ?? "";
        const told = JSON.stringify(answer.data) + body;
        if (words.some((word) => told.includes(word))) found.push(name);
      }
    }
    return found;
  };
  const ofFile = Object.values(file);
  const all = [former, present, ...ofFile];
  expect(await pagesWith("reviewer", all)).toEqual([]);
  expect([...new Set(await pagesWith("lead", ofFile))]).toEqual([
    "review.entries_.$reference.tsx",
    "review.entries_.$reference_.correct.tsx",
    "review.files.$attachment_.held.tsx",
    "review.responses.$reference.tsx",
    "review.responses.$reference_.passages.tsx",
    "review.responses.$reference_.redact/route.tsx",
    "review.responses.$reference_.redact_.preview.tsx",
    "review.tags_.$tag.tsx",
    "review.tags_.$tag_.recode.tsx",
  ]);
  const seenByLeads = await pagesWith("lead", [former, present]);
  expect([...new Set(seenByLeads)]).toEqual([
    "review.entries.tsx",
    "review.entries_.$reference.tsx",
    "review.entries_.$reference_.correct.tsx",
    "review.queue.tsx",
    "review.responses.$reference.tsx",
    "review.responses.$reference_.passages.tsx",
    "review.responses.$reference_.redact/route.tsx",
    "review.tags_.$tag.tsx",
    "review.tags_.$tag_.recode.tsx",
  ]);
  // How it begins, and the words around what was searched for.
  expect(
    seenByLeads.filter((name) => name === "review.queue.tsx"),
  ).toHaveLength(2);
});

/** As a search may be typed: whole, begun, beside its neighbours, in one answer, with a sign before it. */
const guesses = (word: string) => [
  word,
  `${word.slice(0, 6)}*`,
  `"was ${word}"`,
  `what-first:${word}`,
  `what-first:"was ${word} that"`,
  `q2:${word.slice(0, 6)}*`,
  `-${word}`,
  `${word} OR helped`,
];

test("searching for what is redacted tells a reviewer what searching for no word at all tells", async () => {
  const { db, tagId, reference } = await givenRedactedLetter();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "reviewer");
  const params = { reference, tag: String(tagId) };
  const told = async (
    { load }: (typeof guardedRoutes)[number],
    { q, word }: { q: string; word: string },
  ) => {
    const { loader } = await load();
    if (!loader) return "";
    const asked = new URLSearchParams({ q, words: q, find: q });
    const path = `/review/somewhere?${String(asked)}`;
    const answer = await ask(loader, { context, cookie, params, path });
    const body = (await answer.response?.text()) ?? "";
    const begun = new RegExp(`${word.slice(0, 6)}(?:${word.slice(6)})?`, "gi");
    return (JSON.stringify(answer.data) + body).replaceAll(begun, "WORD");
  };
  const none = "Zqnobodyqz";
  const searching: string[] = [];
  const telling: string[] = [];
  for (const route of guardedRoutes) {
    // A new secret each time it is asked.
    if (route.name === "review.account_.second-step.tsx") continue;
    const open = { q: "helped", word: "helped" };
    const ofNone = await told(route, { q: none, word: none });
    if ((await told(route, open)) === ofNone) continue;
    searching.push(route.name);
    const asked = guesses(present).map((q) => ({ q, word: present }));
    const whole = [former, file.text, file.about];
    const alone = whole.map((word) => ({ q: word, word }));
    for (const [at, one] of [...asked, ...alone].entries()) {
      const other = { q: guesses(none)[at] ?? none, word: none };
      if ((await told(route, one)) !== (await told(route, other)))
        telling.push(`${route.name} ${one.q}`);
    }
  }
  expect(searching).toContain("review.queue.tsx");
  expect(searching).toContain("review.tags_.$tag.tsx");
  expect({ searching, telling }).toEqual({ searching, telling: [] });
});

test("a passage over redacted words is tagged by what its reader has before them, and kept whole; nobody guesses the words by it", async () => {
  const { db, amina, lead, place, tagId } = await givenRedactedLetter();
  const coded = (quote: string, actor = amina) =>
    tagPassage(db, {
      ...{ ...place, tagId, quote, memo: "", actor, now, randomBytes },
    });
  expect(await coded(`was ${present}`)).toMatchObject({
    reason: "quote-not-found",
  });
  expect(await coded("was ██████████ that")).toMatchObject({ ok: true });
  expect(await coded(`was ${present}`, lead)).toMatchObject({ ok: true });
  const rows = await db
    .selectFrom("passages")
    .select("quote")
    .where("quote", "like", "was %")
    .orderBy("id")
    .execute();
  expect(rows.map(({ quote }) => quote)).toEqual([
    `was ${present} that`,
    `was ${present}`,
  ]);
});
