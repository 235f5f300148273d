import type { Db } from "#app/db/schema.ts";
import { asksForWords, type WordTree } from "#app/db/word-trees.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type { QueueConditions } from "./queue-shape.ts";
import type { QueueChoices } from "./queue.ts";
import type { ConditionTree, QueueSort } from "./queue-conditions.ts";
import { type QueueFilter, standsInLines, stateIn } from "./queue-filter.ts";
import { withChildren } from "./queue-known.ts";
import { readKnown } from "./queue-known.server.ts";
import { type QueueMeaning, readMeaning } from "./queue-meaning.ts";
import { withoutKey } from "./queue-query-parts.ts";
import { defaultSort } from "./queue-order.ts";

export type AskedQueue = Pick<QueueMeaning, "problems" | "isEmpty"> & {
  conditions: QueueConditions;
  /** The order where none is asked for. */
  usualSort: QueueSort;
};

type Asking = {
  filter: QueueFilter;
  viewer: Viewer;
  calls: QueueChoices["calls"];
  now: Date;
  /** The list is gone through by somebody; where something is done to all of it, or it leaves, every response is meant. */
  isShown?: boolean;
};

/** A filter with all that was typed into it, looked up and ready to be selected by. */
export async function readAsked(db: Db, asking: Asking): Promise<AskedQueue> {
  const { filter, viewer, calls, now } = asking;
  const { staffId } = viewer;
  const known = await readKnown(db, { filter, calls, staffId, now });
  const { assignee, tagId } = filter;
  // Where the list is of that state already, its number in each state is asked for without.
  const isOfState = stateIn(filter.q) === filter.state;
  const typed = isOfState ? withoutKey(filter.q, "state") : filter.q;
  const meaning = readMeaning(typed, known);
  const { words, others } = apart(meaning.conditions);
  if (tagId !== undefined)
    others.push({ on: "tag", tagIds: withChildren(known, [tagId]) });
  const usualSort = defaultSort(words !== undefined);
  const conditions: QueueConditions = {
    viewer,
    callId: calls.find((call) => call.slug === filter.callSlug)?.id,
    state: filter.state,
    assigneeId:
      assignee === "me" ? staffId : assignee === "none" ? null : assignee,
    hasFiles: filter.hasFiles,
    isFlagged: filter.isFlagged,
    isOneLine: asking.isShown === true && standsInLines(filter),
    words,
    others: others.length > 1 ? { is: "and", parts: others } : others[0],
    sort: filter.sort ?? meaning.sort ?? usualSort,
  };
  const { problems, isEmpty } = meaning;
  return { conditions, usualSort, problems, isEmpty };
}

/** Words, which the index of words is walked for, and everything else. */
function apart(tree: ConditionTree | undefined): {
  words: WordTree | undefined;
  others: ConditionTree[];
} {
  const parts = !tree
    ? []
    : "is" in tree && tree.is === "and"
      ? tree.parts
      : [tree];
  const ofWords = parts.filter(isOfWords);
  const words = ofWords.length > 1 ? all(ofWords) : ofWords[0];
  return words && asksForWords(words)
    ? { words, others: parts.filter((part) => !isOfWords(part)) }
    : { words: undefined, others: parts };
}

const all = (parts: WordTree[]): WordTree => ({ is: "and", parts });

function isOfWords(tree: ConditionTree): tree is WordTree & ConditionTree {
  if ("on" in tree) return tree.on === "words";
  return tree.is === "not" ? isOfWords(tree.part) : tree.parts.every(isOfWords);
}
