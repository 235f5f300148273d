import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  removeSearchText,
  replaceSearchText,
  responseMatches,
} from "#app/db/search.server.ts";
import { allOf } from "#app/db/word-trees.ts";
import { toVectors } from "#app/db/search-vectors.ts";
import { cutWords } from "#app/db/search-words.ts";
import { readMarkedTerms } from "#app/domain/triage/queue-query-parts.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";
import { fillQueue, givenLargeQueue } from "#tests/given/queues.ts";

const oddTexts = [
  "Don't write to foo.bar@example.org, see www.gov.uk/a/b or A/B.",
  "Café, CAFE and cafe\u0301; naïve coöperation; Ångström’s Łódź.",
  "Ο ΣΊΣΥΦΟΣ και ο Σίσυφος. हिन्दी में लिखा है। 日本語の文章です。",
  "U.S.A. 3.14 1,000 x² ½ ﬁne Straße STRASSE İstanbul",
  "a a a b a b b, to be or not to be; the the the",
  "relational relate relating relativity; agreed agreement agreeing",
  "emoji 🏠 stuck🏠together and \uE000private",
  "",
];

const texts = [
  ...readdirSync("docs/decisions")
    .slice(0, 30)
    .map((name) => readFileSync(`docs/decisions/${name}`, "utf8")),
  ...oddTexts,
];

async function index(
  db: Db,
  responseId: number,
  answers: string,
  attachments = "",
) {
  await db
    .transaction()
    .execute((trx) =>
      replaceSearchText(trx, responseId, { answers, attachments }),
    );
}

/** The same texts on both engines, each half in the answers and half in a file, and responses for all of them. */
async function givenBothEngines() {
  const engines = [openTestDatabase().db, openTestFile().db];
  for (const db of engines) {
    await fillQueue(db, texts.length + 4, await givenLargeQueue(db));
    for (const [position, text] of texts.entries()) {
      const half = text.indexOf("\n", text.length / 2);
      const [answers, file] =
        half > 0 ? [text.slice(0, half), text.slice(half)] : [text, ""];
      await index(db, position + 1, answers, file);
    }
  }
  return engines as [Db, Db];
}

async function find(db: Db, typed: string): Promise<number[]> {
  const query = allOf(readMarkedTerms(typed));
  if (query === undefined) return [];
  const rows = await db
    .selectFrom("responses")
    .select("id")
    .where(responseMatches(db, query))
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Words, pairs and phrases of the texts, spread over all of them. */
function queriesOf(text: string): string[] {
  const words = [...cutWords(text)];
  const wordAt = (index: number) => {
    const word = words[index];
    return word ? text.slice(word.start, word.end) : "";
  };
  const step = Math.max(1, Math.floor(words.length / 4));
  const queries: string[] = [];
  for (let index = 0; index < words.length; index += step) {
    const [first, , third] = [words[index], words[index + 1], words[index + 2]];
    queries.push(wordAt(index), `${wordAt(index)} ${wordAt(index + 7)}`);
    if (first && third) queries.push(`"${text.slice(first.start, third.end)}"`);
    queries.push(`"${wordAt(index)} ${wordAt(index + 2)}"`);
  }
  return queries;
}

test("PostgreSQL finds what FTS5 finds: words, pairs and phrases of texts of every kind", async () => {
  const [postgres, sqlite] = await givenBothEngines();
  const queries = [
    ...texts.flatMap(queriesOf),
    ...["cafe", "strasse", "example", "gov", "don't", "a/b", "nowhere at all"],
    ...['"to be or not to be"', '"the the the"', '"the the the the"', "agree"],
  ];
  const differing = [];
  let found = 0;
  for (const typed of new Set(queries)) {
    const [here, there] = [
      await find(postgres, typed),
      await find(sqlite, typed),
    ];
    if (there.length > 0) found += 1;
    if (here.join() !== there.join()) differing.push({ typed, here, there });
  }
  expect(found).toBeGreaterThan(300);
  expect(differing).toEqual([]);
});

test("a phrase is found wherever a long text is cut, and what is not there is not", async () => {
  const { db } = openTestDatabase();
  await fillQueue(db, 3, await givenLargeQueue(db));
  const numbers = Array.from({ length: 40_000 }, (_, number) => `w${number}`);
  await index(db, 1, "somebody else's");
  await index(db, 2, numbers.join(" "));
  const phraseAt = (from: number) =>
    `"${numbers.slice(from, from + 19).join(" ")}"`;
  for (let from = 14_970; from <= 15_010; from += 1)
    expect(await find(db, phraseAt(from))).toEqual([2]);
  expect(await find(db, phraseAt(39_981))).toEqual([2]);
  expect(await find(db, "w0 w39999")).toEqual([2]);
  expect(await find(db, '"w0 w39999"')).toEqual([]);
  expect(await find(db, '"w15000 w14999"')).toEqual([]);
});

test("one word again and again, a megabyte of different words and one word without an end are taken", async () => {
  const { db } = openTestDatabase();
  await fillQueue(db, 5, await givenLargeQueue(db));
  await index(db, 1, "again, somebody else's");
  await index(db, 2, `${"again ".repeat(20_000)}and at last`);
  expect(await find(db, '"again and at last"')).toEqual([2]);
  expect(await find(db, `"${"again ".repeat(18)}and"`)).toEqual([2]);
  const different = Array.from(
    { length: 60_000 },
    (_, number) => `different${number}word`,
  );
  await index(db, 3, different.join(" "));
  expect(await find(db, "different0word different59999word")).toEqual([3]);
  const endless = "語".repeat(900);
  await index(db, 4, `before ${endless} after`);
  expect(await find(db, `"before ${endless} after"`)).toEqual([4]);
  expect(await find(db, `${endless}語`)).toEqual([]);
});

test("a part holds no more than a tsvector counts", () => {
  const text = `${"the ".repeat(1_000)}${Array.from({ length: 40_000 }, (_, n) => `w${n}`).join(" ")}`;
  for (const vector of toVectors([text])) {
    const places = Array.from(vector.matchAll(/:([\d,]+)/g), ([, list = ""]) =>
      list.split(","),
    );
    expect(Math.max(...places.map((list) => list.length))).toBeLessThanOrEqual(
      255,
    );
    expect(Math.max(...places.flat().map(Number))).toBeLessThanOrEqual(15_000);
    expect(Buffer.byteLength(vector)).toBeLessThan(1_000_000);
  }
});

test("what is replaced or removed is not found any more, and another's is", async () => {
  const { db } = openTestDatabase();
  await fillQueue(db, 3, await givenLargeQueue(db));
  await index(db, 1, "lighthouse");
  await index(db, 2, "lighthouse");
  await index(db, 2, "harbour");
  expect(await find(db, "lighthouse")).toEqual([1]);
  await db.transaction().execute((trx) => removeSearchText(trx, 2));
  expect(await find(db, "harbour")).toEqual([]);
  expect(await find(db, "lighthouse")).toEqual([1]);
});
