import type { Material } from "./material.server.ts";
import type { ReleasedPassage } from "./release-passages.ts";
import { selectPassagesOfTag } from "./release.queries.server.ts";
import { type Released, releaseResponses } from "./release.server.ts";

export type Quote = { response: Released; passage: ReleasedPassage };

const passagesInPart = 200;
const known = new WeakMap<Material, Set<number>>();

/** What is tagged with a tag in what the search found and may leave, a part at a time. */
export async function* quotesByTag(
  material: Material,
  tagId: number,
): AsyncGenerator<Quote[]> {
  const { db, release } = material;
  const { viewer } = release;
  const found = foundBy(material);
  let after = 0;
  for (;;) {
    const part = { tagId, after, limit: passagesInPart };
    const rows = await selectPassagesOfTag(db, viewer, part);
    const ids = new Set(
      rows
        .map(({ responseId }) => responseId)
        .filter((responseId) => found.has(responseId)),
    );
    const released = await releaseResponses(db, release, [...ids]);
    const quotes = new Map(
      released.flatMap((response) =>
        response.passages.map((passage) => [
          passage.passageId,
          { response, passage },
        ]),
      ),
    );
    yield rows.flatMap(({ passageId }) => quotes.get(passageId) ?? []);
    if (rows.length < passagesInPart) return;
    after = rows.at(-1)?.passageId ?? after;
  }
}

function foundBy(material: Material): Set<number> {
  const found = known.get(material) ?? new Set(material.ids);
  known.set(material, found);
  return found;
}
