import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  replaceSearchText,
  selectIndexedBeginnings,
} from "#app/db/search.server.ts";
import { allOf, toFullTextQuery } from "#app/db/word-trees.ts";
import { foldLetters } from "#app/db/search-folding.ts";
import { findHits, hasTerm } from "#app/db/search-words.ts";
import { readMarkedTerms } from "#app/domain/triage/queue-query-parts.ts";
import { excerptHits } from "#app/domain/triage/search-hits.ts";
import { openTestFile } from "#tests/given/database.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const texts = [
  "I was moved five times. Nobody was moving when my nan took me in; they don’t move now.",
  "Mae’r tŷ’n oer. Café, cafe and CAFÉ: naïve, Zoë, façade, señor, smørrebrød, Straße, ﬁsh.",
  "Ελλάδα και ΈΛΛΑΣ, Привет МИР, שלום עולם, مرحبا بالعالم, नमस्ते दुनिया, 你好 世界, 한국어.",
  "e-mail jo.bloggs@example.org at www.example.org/a_b/c-d, 12,000 in 2021–22, 3½ and x².",
  "relational ponies caresses agreed plastered motoring conflated happily sensibility adjustment",
  "a named worker; the worker was named; named, worker. named\nworker worker named worker",
  "👩‍👧‍👦 care 🏠care🏠 co-operate cooperate o'clock ' ‘quoted’ (bracketed) a",
];

/** Where FTS5's own highlight() finds the terms. */
async function askSearchEngine(db: Db, text: string, terms: string[]) {
  const words = allOf(terms);
  if (!words) return [];
  const { rows } = await sql<{ marked: string }>`
    select highlight(response_search, 0, ${"\uE000"}, ${"\uE001"}) as marked
    from response_search
    where response_search match ${toFullTextQuery(words)}
  `.execute(db);
  return rows.map(({ marked }) => marked);
}

function markHits(text: string, terms: string[]) {
  let marked = "";
  let at = 0;
  for (const { start, end } of findHits(text, terms, 1_000)) {
    marked += `${text.slice(at, start)}\uE000${text.slice(start, end)}\uE001`;
    at = end;
  }
  return marked + text.slice(at);
}

describe("what is marked", () => {
  test("is what the search engine finds, whatever the word, the script or the accent", async () => {
    const { db } = openTestFile();
    for (const text of texts) {
      await db
        .transaction()
        .execute((trx) =>
          replaceSearchText(trx, 1, { answers: text, attachments: "" }),
        );
      const words = text.split(/\s+/);
      const asked = words.flatMap((word, index) => [
        word,
        word.toUpperCase(),
        `"${word} ${words[index + 1] ?? ""}"`,
        `${word} "${words[index + 1] ?? ""} ${words[index + 2] ?? ""}"`,
      ]);
      for (const typed of asked) {
        const terms = readMarkedTerms(typed);
        if (terms.length === 0) continue;
        const marked = await askSearchEngine(db, text, terms);
        if (marked.length > 0)
          expect(foldLetters(markHits(text, terms)), typed).toBe(marked[0]);
      }
    }
  });

  test("are phrases that overlap as one, and others apart", () => {
    const found = findHits("a b c b d", ["b", "a b c", "c b"], 10);
    expect(found).toEqual([{ start: 0, end: 7 }]);
    expect(findHits("b b", ["b"], 10)).toHaveLength(2);
  });

  test("are no more hits than are asked for", () => {
    expect(findHits("lorem ".repeat(1_000), ["lorem"], 500)).toHaveLength(500);
    expect(findHits("lorem", ["lorem"], 0)).toEqual([]);
  });

  test.each([
    ["one word again and again", "lorem ", ["lorem"]],
    ["nothing that was looked for", "an honest word ", ["elephant"]],
    ["half a phrase", "a ", [`${"a ".repeat(19)}b`]],
    ["letters under marks", "a\u0300\u0316\u0301 ", ["a"]],
    ["one long word", "ŵ\u0300", ["w"]],
  ])("costs what the text is long: %s", async (_name, piece, terms) => {
    const growth = await measureGrowth(
      (size) => findHits(piece.repeat(size / piece.length), terms, Infinity),
      500_000,
    );
    expect(isLinearGrowth(growth)).toBe(true);
  });
});

test("of several texts, the beginnings of those asked for are read", async () => {
  const { db } = openTestFile();
  await db.transaction().execute(async (trx) => {
    for (const id of [1, 2, 3])
      await replaceSearchText(trx, id, {
        answers: `ambulance ${id}`,
        attachments: `file of ${id}`,
      });
  });
  const read = await selectIndexedBeginnings(db, "attachments", {
    responseIds: [2],
    maxCharacters: 4,
  });
  expect([...read]).toEqual([[2, "file"]]);
});

describe("an excerpt", () => {
  const excerpt = (text: string, terms: string[]) =>
    excerptHits(text, findHits(text, terms, 50));

  test("shows the hits where most of them stand together, cut between words", () => {
    const far = "nothing to see here ".repeat(30);
    const text = `contact ${far}I lost contact with my brothers in 2019. ${far}`;
    const parts = excerpt(text, ["contact", "brother"]);
    expect(parts.filter(({ isHit }) => isHit).map((one) => one.text)).toEqual([
      "contact",
      "brothers",
    ]);
    expect(parts[0]?.text).toBe("…");
    expect(parts.at(-1)?.text).toBe("…");
    const shown = parts.map((one) => one.text).join("");
    expect(text).toContain(shown.slice(1, -1));
    expect(shown).toMatch(
      /^…(nothing|to|see|here) .* (nothing|to|see|here) …$/,
    );
  });

  test("is the whole of a short text, and nothing where nothing was found", () => {
    expect(excerpt("I moved.", ["moving"])).toEqual([
      { text: "I ", isHit: false },
      { text: "moved", isHit: true },
      { text: ".", isHit: false },
    ]);
    expect(excerpt("I moved.", ["stay"])).toEqual([]);
  });
});

test("a text has a term where it would be marked, whatever the ending of the word", () => {
  const words = texts.flatMap((text) => text.split(/\s+/));
  const more = [
    "agreed agreement",
    "sizing sizes",
    "sensibility sensible",
    "happy happily",
    "hoping hoped",
  ];
  for (const text of [...texts, ...more])
    for (const term of [...words, ...more.flatMap((pair) => pair.split(" "))])
      expect({ text, term, has: hasTerm(text, term) }).toEqual({
        text,
        term,
        has: findHits(text, [term], 1).length > 0,
      });
});
