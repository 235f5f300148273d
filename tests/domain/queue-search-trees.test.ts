import { expect, test } from "vitest";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { addNote } from "#app/domain/triage/notes.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { givenResponse, someAdvice } from "#app/tasks/demo/factories.ts";
import {
  findFour as find,
  first,
  givenFour,
  givenTag,
  now,
  second,
} from "#tests/given/searches.ts";

const [alder, birch, cedar] = ["alder", "birch", "cedar"];
type Has = (word: string) => boolean;

/** Each as it is typed, and what it means. */
const trees: [q: string, isFound: (has: Has) => boolean][] = [
  ["alder birch", (has) => has("alder") && has("birch")],
  ["ald* bir*", (has) => has("alder") && has("birch")],
  ["alder OR birch", (has) => has("alder") || has("birch")],
  ["alder -birch", (has) => has("alder") && !has("birch")],
  ["alder -bir*", (has) => has("alder") && !has("birch")],
  [
    "alder -(birch OR cedar)",
    (has) => has("alder") && !has("birch") && !has("cedar"),
  ],
  [
    "alder -(birch cedar)",
    (has) => has("alder") && !(has("birch") && has("cedar")),
  ],
  [
    "(alder -birch) OR cedar",
    (has) => (has("alder") && !has("birch")) || has("cedar"),
  ],
  [
    "(alder OR -birch) cedar",
    (has) => (has("alder") || !has("birch")) && has("cedar"),
  ],
  ["-alder", (has) => !has("alder")],
  [
    "alder birch -cedar sort:newest",
    (has) => has("alder") && has("birch") && !has("cedar"),
  ],
  ["alder OR has:evidence", (has) => has("alder")],
];

/** In the text and in a note of a response each of three words stands or not: 64 in all. */
async function givenEveryWay() {
  const given = await givenFour();
  const { db, call, me } = given;
  const said: { id: number; has: Has }[] = [];
  const wordsOf = (bits: number) =>
    [alder, birch, cedar].filter((_, at) => bits & (1 << at));
  for (let number = 0; number < 64; number += 1) {
    const [inText, inNote] = [wordsOf(number % 8), wordsOf(number >> 3)];
    const sent = await givenResponse(db, {
      call,
      answers: {
        ...someAdvice,
        [first]: `Trees ${inText.join(" ")}`,
        [second]: "Trees",
      },
    });
    await indexResponse(db, sent);
    const { responseId } = sent;
    const body = inNote.join(" ");
    if (body !== "") await addNote(db, { responseId, body, actor: me, now });
    const has: Has = (word) => inText.includes(word) || inNote.includes(word);
    said.push({ id: responseId, has });
  }
  const others = given.ids.map((id) => ({ id, has: () => false }));
  return { ...given, all: [...others, ...said] };
}

test("words in texts and in notes are one, in every way that they can be asked for", async () => {
  const { db, me, all } = await givenEveryWay();
  const viewer = { staffId: me.staffId, role: "reviewer" as const };
  for (const [q, isFound] of trees) {
    const found = new Set<string>();
    let total = 0;
    for (const page of [1, 2]) {
      const filter = { ...wholeQueue, state: "all" as const, q, page };
      const shown = await selectQueuePage(db, { filter, viewer, now });
      for (const { reference } of shown.rows) found.add(reference);
      ({ total } = shown);
    }
    const wanted = all.filter(({ has }) => isFound(has)).map(({ id }) => id);
    const rows = await db
      .selectFrom("responses")
      .select("reference")
      .where("id", "in", wanted)
      .execute();
    const meant = rows.map(({ reference }) => reference).sort();
    expect({ q, total, found: [...found].sort() }).toEqual({
      q,
      total: meant.length,
      found: meant,
    });
  }
});

test("what was withdrawn stands in no list but where it is asked for", async () => {
  const given = await givenFour();
  const { db, me, ids } = given;
  const tagId = await givenTag(db, "School");
  for (const responseId of ids)
    await db
      .insertInto("response_tags")
      .values({
        response_id: responseId,
        tag_id: tagId,
        tagged_by: me.staffId,
        tagged_at: now.toISOString(),
      })
      .execute();
  const actor = { ...me, role: "admin" as const };
  const decision = {
    rowVersion: 1,
    assigneeId: null,
    note: "By phone",
    now,
    actor,
  };
  const [one = 0, , three = 0] = ids;
  for (const responseId of [one, three])
    await decideTriage(db, { ...decision, responseId, state: "withdrawn" });
  const found: [q: string, which: number[]][] = [
    ["", [2, 4]],
    ["tag:school", [2, 4]],
    ["tag:school state:all", [2, 4]],
    ["type:foster-carer", []],
    ["-tag:none sort:newest", [4, 2]],
    ["worker", [2]],
    ["-lighthouse", [2, 4]],
    ["tag:school -state:withdrawn", [2, 4]],
    ["tag:school state:withdrawn", [1, 3]],
    ["tag:school (state:withdrawn OR type:parent)", [1, 2, 3, 4]],
  ];
  for (const [q, which] of found) {
    const state = /^tag:school state:w/.test(q) ? "withdrawn" : "all";
    expect({ q, which: await find(given, q, { state }) }).toEqual({ q, which });
  }
  const viewer = { staffId: me.staffId, role: "reviewer" as const };
  for (const q of ["", "tag:school"]) {
    const filter = { ...wholeQueue, state: "all" as const, q };
    const page = await selectQueuePage(db, { filter, viewer, now });
    const { allCount, stateCounts = [] } = page.counts ?? {};
    expect(allCount).toBe(2);
    expect(stateCounts).toContainEqual({ state: "withdrawn", count: 2 });
  }
});

test("no search that can be typed is refused by the engine, or takes long", async () => {
  const { db, me } = await givenFour();
  const viewer = { staffId: me.staffId, role: "reviewer" as const };
  const pieces = [
    ...["worker", "named", "wo*", '"named worker"', "7K4M", "self-harm"],
    ...["OR", "OR", "NOT ", "-", "-(", "(", "(", ")", ")", '"', "'", "\u201C"],
    ...[
      "tag:",
      "tag:none",
      "q2:",
      `${first}:worker`,
      "has:note",
      "type:(",
      ":",
    ],
    ...["\u202Eworker", "wor\u200Bker", "\u{1F3E0}", "\uD800", "\u0000", "*"],
    ...["NEAR(", "^worker", "answers : x", "{a}", "+", "\u{10D4A}", "%", "_"],
  ];
  let seed = 20261127;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let number = 0; number < 300; number += 1) {
    const length = 1 + next(number % 10 === 0 ? 120 : 12);
    const typed = Array.from({ length }, () => pieces[next(pieces.length)]);
    const q = typed.join(next(3) === 0 ? "" : " ").trim();
    const filter = { ...wholeQueue, state: "all" as const, q };
    const startedAt = performance.now();
    const page = await selectQueuePage(db, { filter, viewer, now }).catch(
      (error: unknown) => ({ error: String(error), q }),
    );
    expect(page).toEqual(
      expect.objectContaining({ rows: expect.anything() as unknown }),
    );
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  }
});
