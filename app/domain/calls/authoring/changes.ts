import { isSameJson } from "../../text/canonical-json.ts";
import { asKept } from "../bank/bank-question.ts";
import { membersOf, type Question } from "../question-types/question-types.ts";
import { questionsOf } from "./asked-again.ts";
import { partsOf, type WorkingCopy } from "./working-copy.ts";

/** What differs between what is published and what would be. */
export type CallChanges = {
  isAboutChanged: boolean;
  /** Ids, in the order in which the pages would be asked; of those removed, were asked. */
  pagesAdded: string[];
  pagesRemoved: string[];
  pagesChanged: string[];
  pagesMoved: string[];
  /** Of rules, sections and the questions about the person. */
  isElseChanged: boolean;
};

/** What somebody would publish: pages by their ids, so that one that moved is the same page. */
export function changesOf(
  before: WorkingCopy,
  after: WorkingCopy,
): CallChanges {
  const old = new Map(before.pages.map(({ key, body }) => [key, body]));
  const now = new Set(after.pages.map(({ key }) => key));
  const both = after.pages.filter(({ key }) => old.has(key));
  const bothBefore = before.pages.filter(({ key }) => now.has(key));
  const places = both.map(({ key }) =>
    bothBefore.findIndex((page) => page.key === key),
  );
  const stayed = longestRise(places);
  return {
    isAboutChanged: !isSameJson(before.about.body, after.about.body),
    pagesAdded: keysOf(after.pages.filter(({ key }) => !old.has(key))),
    pagesRemoved: keysOf(before.pages.filter(({ key }) => !now.has(key))),
    pagesChanged: keysOf(
      both.filter(({ key, body }) => !isSameJson(old.get(key), body)),
    ),
    pagesMoved: keysOf(both.filter((_page, index) => !stayed.has(index))),
    isElseChanged: !isSameJson(restOf(before), restOf(after)),
  };
}

/** Whether there is anything to publish. */
export function hasChanges(before: WorkingCopy, after: WorkingCopy): boolean {
  return !isSameJson(bodiesOf(before), bodiesOf(after));
}

/**
 * Questions that would be new or other ones, in their order: what people who
 * have begun may have to be asked again. What a group asks of each item is a
 * question of its own, unless the group is new.
 */
export function questionsChanged(
  before: WorkingCopy,
  after: WorkingCopy,
): string[] {
  const old = new Map(questionsOf(before).map((one) => [one.id, one]));
  const partsOfNew = new Set(
    questionsOf(after)
      .filter(({ id }) => !old.has(id))
      .flatMap(membersOf),
  );
  return questionsOf(after)
    .filter((one) => !partsOfNew.has(one))
    .filter((one) => !isSameJson(asked(old.get(one.id)), asked(one)))
    .map(({ id }) => id);
}

/** Where it came from is nothing that anybody answers, and what a group asks stands by itself. */
function asked(question: Question | undefined) {
  if (!question) return undefined;
  const kept = asKept(question);
  return membersOf(question).length > 0 ? { ...kept, questions: [] } : kept;
}

const keysOf = (pages: WorkingCopy["pages"]) => pages.map(({ key }) => key);
const bodiesOf = (copy: WorkingCopy) => partsOf(copy).map(({ body }) => body);
const restOf = (copy: WorkingCopy) =>
  partsOf(copy)
    .filter(({ kind }) => kind !== "page" && kind !== "about")
    .map(({ body }) => body);

/** The places in a list of the longest run that rises: what did not have to move for the others to. */
function longestRise(numbers: readonly number[]): Set<number> {
  const runs: number[][] = [];
  numbers.forEach((number, index) => {
    const before = runs
      .slice(0, index)
      .filter((run) => (numbers[run.at(-1) ?? 0] ?? 0) < number)
      .reduce<number[]>(
        (best, run) => (run.length > best.length ? run : best),
        [],
      );
    runs.push([...before, index]);
  });
  return new Set(
    runs.reduce<number[]>(
      (best, run) => (run.length > best.length ? run : best),
      [],
    ),
  );
}
