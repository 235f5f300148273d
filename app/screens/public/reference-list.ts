import { maxEvidenceItems } from "#app/domain/calls/evidence-items/evidence-item.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { ListsImported } from "#app/domain/evidence/import-lists.server.ts";
import {
  listLimits,
  type ListRemark,
} from "#app/domain/evidence/reference-list.ts";
import { wordsIn } from "#app/words/words.ts";

const limits = { ...listLimits, items: maxEvidenceItems };

/** What a list may come to, told before anybody sends one. */
export function describeLimits(language: Language): string {
  return wordsIn(language).evidence.listLimits(limits);
}

/** Why nothing of a list was taken. */
export function describeListRefusal(
  { reason, name }: { reason: string; name?: string | undefined },
  language: Language,
): string {
  const { evidence, page } = wordsIn(language);
  if (reason === "already-sent") return page.alreadySent;
  if (reason === "not-found") return page.draftGone;
  const refusals: Record<string, string | ((of: typeof limits) => string)> =
    evidence.refusals;
  const said = refusals[reason] ?? evidence.refusals["unknown-format"];
  const message = typeof said === "string" ? said : said(limits);
  return name ? `${name}: ${message}` : message;
}

type Imported = Extract<ListsImported, { ok: true }>;
type Told = { line: string; reason: string; excerpt: string };

/** More of one kind say nothing that the first have not said. */
const mostRemarks = 50;

/** What became of lists: how many were read, and which were not and why. */
export function describeImported(imported: Imported, language: Language) {
  const { lists, added, leftOut } = imported;
  const { evidence } = wordsIn(language);
  const read = lists.flatMap(({ list }) => list.items).length;
  const broken = tellOfLists(lists, language, ({ list }) =>
    list.broken.map((one) => ({ ...one, said: evidence.broken[one.reason] })),
  );
  const remarks = tellOfLists(lists, language, ({ list }) =>
    list.remarks.map((one) => ({ ...one, said: evidence.remarks[one.reason] })),
  );
  const seen = read + broken.length;
  const more = remarks.length - mostRemarks;
  return {
    heading:
      seen === 0 ? evidence.nothingRead : evidence.resultHeading(read, seen),
    added: added.length > 0 ? evidence.resultAdded(added.length) : undefined,
    broken,
    remarks: remarks.slice(0, mostRemarks),
    moreRemarks: more > 0 ? evidence.moreRemarks(more) : undefined,
    leftOut: leftOut.map(({ csl }) => csl.title ?? evidence.untitled),
    full: leftOut.length > 0 ? evidence.full(maxEvidenceItems) : undefined,
  };
}

type Lists = Imported["lists"];

/** Lines of lists with what is said of them; a list that came alone needs no name. */
function tellOfLists(
  lists: Lists,
  language: Language,
  remarksOf: (of: Lists[number]) => (ListRemark<string> & { said: string })[],
): Told[] {
  const { evidence } = wordsIn(language);
  return lists.flatMap((of) =>
    remarksOf(of).map(({ line, said, excerpt }) => ({
      line: [lists.length > 1 && of.name, evidence.line(line)]
        .filter(Boolean)
        .join(", "),
      reason: said,
      excerpt,
    })),
  );
}
