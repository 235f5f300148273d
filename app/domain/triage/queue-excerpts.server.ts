import type { Db } from "#app/db/schema.ts";
import { splitAnswers } from "#app/db/search-answers.ts";
import { selectNoteTexts } from "#app/db/search-notes.server.ts";
import { selectIndexedBeginnings } from "#app/db/search.server.ts";
import { findHits } from "#app/db/search-words.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { selectStandingAnswers } from "../responses/standing-answers.server.ts";
import { withheldFrom } from "../responses/withheld-words.server.ts";
import type { Excerpt } from "./queue.ts";
import { excerptHits, type TextPart } from "./search-hits.ts";

/** What a page of the list looks through for its excerpts; a hit further on has none. */
const maxExcerptedCharacters = 50_000;
const maxExcerptedHits = 50;

type Excerpted = {
  terms: readonly string[];
  responseIds: number[];
  viewer: Pick<Viewer, "role">;
};

/** The words around the hits: those in the answers where there are any, else those in a file, else those in a note. */
export async function selectExcerpts(
  db: Db,
  of: Excerpted,
): Promise<Map<number, Excerpt>> {
  const found = new Map<number, Excerpt>();
  if (of.terms.length === 0) return found;
  for (const [from, read] of sources) {
    const left = of.responseIds.filter((id) => !found.has(id));
    if (left.length === 0) break;
    const texts = await read(db, { ...of, responseIds: left });
    for (const [id, pieces] of texts) {
      const parts = excerptOf(pieces, of.terms);
      if (parts.length > 0) found.set(id, { from, parts });
    }
  }
  return found;
}

type ReadTexts = (db: Db, of: Excerpted) => Promise<Map<number, string[]>>;

const sources: [from: Excerpt["from"], read: ReadTexts][] = [
  ["answers", readAnswers],
  ["file", readFiles],
  ["note", readNotes],
];

/** Of the piece with the most hits, the first of several. */
function excerptOf(
  pieces: readonly string[],
  terms: readonly string[],
): TextPart[] {
  const hits = pieces.map((piece) => findHits(piece, terms, maxExcerptedHits));
  const most = Math.max(0, ...hits.map(({ length }) => length));
  const best = hits.findIndex(({ length }) => length === most);
  return excerptHits(pieces[best] ?? "", hits[best] ?? []);
}

/** As they were written: the index has other letters here and there, and knows which of them are people's own words. */
async function readAnswers(db: Db, of: Excerpted) {
  const indexed = await selectIndexedBeginnings(db, "answers", {
    responseIds: of.responseIds,
    maxCharacters: maxExcerptedCharacters,
  });
  const own = new Map(
    [...indexed].map(([id, text]) => [id, splitAnswers(text)]),
  );
  const withheld = await withheldFrom(db, of.viewer, of.responseIds);
  const written = (await selectStandingAnswers(db, of)).map((one) => ({
    ...one,
    text: withheld.hide(one.answerId, one.text),
  }));
  return new Map(
    [...own].map(([id, pieces]) => [
      id,
      pieces.map(
        ({ questionId, text }) =>
          written
            .find(
              (answer) =>
                answer.responseId === id && answer.questionId === questionId,
            )
            ?.text.slice(0, maxExcerptedCharacters) ?? text,
      ),
    ]),
  );
}

async function readFiles(db: Db, { responseIds }: Excerpted) {
  const texts = await selectIndexedBeginnings(db, "attachments", {
    responseIds,
    maxCharacters: maxExcerptedCharacters,
  });
  return new Map([...texts].map(([id, text]) => [id, [text]]));
}

async function readNotes(db: Db, { responseIds }: Excerpted) {
  const texts = await selectNoteTexts(db, responseIds);
  return new Map(
    [...texts].map(([id, words]) => [
      id,
      splitAnswers(words).map(({ text }) => text.trim()),
    ]),
  );
}
