import { toSearchTerm } from "#app/db/search-words.ts";
import { assigneeOfGroup } from "../accounts/groups.ts";
import { normaliseReference } from "../responses/receipts.ts";
import { responseChannels } from "../responses/responses.ts";
import type {
  ConditionTree,
  ThingToHave,
  WhichPeople,
} from "./queue-conditions.ts";
import { redactionStages, thingsToHave } from "./queue-conditions.ts";
import type { QueueKey } from "./queue-keys.ts";
import {
  readAge,
  readDates,
  readDue,
  readNumbers,
} from "./queue-key-values.ts";
import {
  evidenceIdsOf,
  findCalls,
  findChosen,
  findConsents,
  findGroups,
  findKinds,
  findPeople,
  findTags,
  type QueueKnown,
} from "./queue-known.ts";
import type { KeyTerm, WordsTerm } from "./queue-query.ts";
import { readStateName } from "./queue-filter.ts";

type Read = (value: string, known: QueueKnown) => ConditionTree | undefined;

const nobody = ["none", "nobody"];
const anybody = ["any", "anyone", "anybody", "somebody", "someone"];
const notTagged = ["none", "untagged"];

function readPeople(value: string, known: QueueKnown): WhichPeople | undefined {
  const said = value.toLowerCase();
  if (said === "me") return [known.me];
  if (nobody.includes(said)) return "nobody";
  if (anybody.includes(said)) return "anybody";
  const found = findPeople(known, value);
  return found.length > 0 ? found : undefined;
}

/** People and groups: of whom a response can be with. */
function readAssigned(
  value: string,
  known: QueueKnown,
): ConditionTree | undefined {
  if (/^my[ _-]?groups?$/i.test(value)) {
    const own = known.groups.filter(({ isMine }) => isMine);
    const who = own.map(({ groupId }) => assigneeOfGroup(groupId));
    return { on: "assigned", who };
  }
  const groups = findGroups(known, value);
  const people = readPeople(value, known);
  if (groups.length === 0 || typeof people === "string")
    return people && { on: "assigned", who: people };
  return { on: "assigned", who: [...groups, ...(people ?? [])] };
}

const has = (thing: ThingToHave, known: QueueKnown): ConditionTree => ({
  on: "has",
  thing,
  questionIds: thing === "evidence" ? evidenceIdsOf(known) : [],
});

const people =
  (on: "decided" | "tagged" | "skipped"): Read =>
  (value, known) => {
    const who = readPeople(value, known);
    return who && { on, who };
  };

const readers: Record<Exclude<QueueKey, "sort" | "view">, Read> = {
  type: (value, known) => {
    const chosen = findKinds(known, value);
    return chosen.length > 0 ? { on: "chosen", chosen } : undefined;
  },
  tag: (value, known) => {
    if (notTagged.includes(value.toLowerCase()))
      return { is: "not", part: has("tag", known) };
    const tagIds = findTags(known, value);
    return tagIds.length > 0 ? { on: "tag", tagIds } : undefined;
  },
  state: (value, known) => {
    const said = value.toLowerCase();
    if (said === "untagged") return { is: "not", part: has("tag", known) };
    if (said === "mine") return readMine("yes", known);
    return readState(value);
  },
  call: (value, known) => {
    const callIds = findCalls(known, value);
    return callIds.length > 0 ? { on: "call", callIds } : undefined;
  },
  by: (value, known) => {
    const who = readPeople(value, known);
    const parts: ConditionTree[] = [];
    if (!who) return undefined;
    parts.push({ on: "decided", who }, { on: "tagged", who });
    return { is: who === "nobody" ? "and" : "or", parts };
  },
  "decided-by": people("decided"),
  "tagged-by": people("tagged"),
  assigned: readAssigned,
  skipped: people("skipped"),
  claimed: (value, known) => {
    const who = readPeople(value, known);
    return who && { on: "claimed", who, at: known.now.toISOString() };
  },
  age: (value, { now }) => {
    const span = readAge(value, now);
    return span && { on: "received", ...span };
  },
  received: (value) => {
    const span = readDates(value);
    return span && { on: "received", ...span };
  },
  due: (value, { now }) => {
    const span = readDue(value, now);
    if (!span) return undefined;
    const waits: ConditionTree = { on: "state", state: "to-do" };
    return { is: "and", parts: [waits, { on: "due", ...span }] };
  },
  words: (value) => {
    const span = readNumbers(value);
    return span && { on: "length", ...span };
  },
  has: (value, known) => {
    const said = value.toLowerCase().replaceAll(/[\s_]+/g, "-");
    const thing = thingsToHave.find(
      (one) => one === said || `${one}s` === said,
    );
    return thing && has(thing, known);
  },
  flag: (value) =>
    /^(safeguarding|yes|any)$/i.test(value)
      ? { on: "flagged" }
      : /^(no|none)$/i.test(value)
        ? { is: "not", part: { on: "flagged" } }
        : undefined,
  redaction: (value) => {
    const stage = redactionStages.find((one) => one === value.toLowerCase());
    return stage && { on: "redaction", stage };
  },
  consent: (value, known) => {
    const { agreed, callIds } = findConsents(known);
    const mayBe: ConditionTree = { on: "chosen", chosen: agreed };
    if (/^yes$/i.test(value)) return mayBe;
    if (!/^no(ne)?$/i.test(value)) return undefined;
    const asked: ConditionTree = { on: "call", callIds };
    return { is: "and", parts: [asked, { is: "not", part: mayBe }] };
  },
  note: (value) => ({ on: "note", term: value }),
  channel: (value) => {
    const said = value.toLowerCase();
    const channel = responseChannels.find((one) => one === said);
    return channel && { on: "channel", channel };
  },
  ref: (value) => {
    const part = partOfReference(value);
    return part === "" ? undefined : { on: "reference", part };
  },
  number: (value) => ({ on: "number", number: value }),
  "same-as": (value) => {
    const reference = normaliseReference(value);
    return reference === undefined ? undefined : { on: "same", reference };
  },
};

function readState(value: string): ConditionTree | undefined {
  const state = readStateName(value);
  if (state === "all") return { is: "and", parts: [] };
  return state && { on: "state", state };
}

/** `mine:yes` and `mine:no`; a person behind it was not meant. */
function readMine(value: string, { me }: QueueKnown) {
  const mine: ConditionTree = { on: "assigned", who: [me] };
  if (/^no$/i.test(value)) return { is: "not" as const, part: mine };
  return /^(yes|true|any|all)$/i.test(value) ? mine : undefined;
}

/** `untagged:yes`; a tag behind it was not meant. */
function readUntagged(value: string, known: QueueKnown) {
  const tagged = has("tag", known);
  if (/^no$/i.test(value)) return tagged;
  if (!/^(yes|true|any|all)$/i.test(value)) return undefined;
  return { is: "not" as const, part: tagged };
}

/** What a key and its value mean; undefined where the value is none that is known. */
export function readKeyTerm(
  { key, question }: { key?: QueueKey; question?: string | number },
  term: KeyTerm,
  known: QueueKnown,
): ConditionTree | undefined {
  const { value, isPrefix } = term;
  if (question !== undefined) {
    const words = toSearchTerm(value, isPrefix);
    const chosen = findChosen(known, question, words);
    return { on: "answer", question, term: words, chosen };
  }
  if (term.key === "mine") return readMine(value, known);
  if (term.key === "untagged") return readUntagged(value, known);
  if (key === undefined || key === "sort" || key === "view") return undefined;
  const isOfWords = key === "note" || key === "type";
  return readers[key](isOfWords ? toSearchTerm(value, isPrefix) : value, known);
}

/** A word that may also be a part of a reference or the number of a letter stands for those as well. */
export function readWordsTerm({ text, isPrefix }: WordsTerm): ConditionTree {
  const words: ConditionTree = {
    on: "words",
    term: toSearchTerm(text, isPrefix),
  };
  if (isPrefix || !/\d/.test(text) || /\s/.test(text)) return words;
  const parts: ConditionTree[] = [words, { on: "number", number: text }];
  const part = partOfReference(text);
  if (part.length >= 4 && /\d/.test(part))
    parts.push({ on: "reference", part });
  return { is: "or", parts };
}

/** As references are written, in fours; empty where no reference has such letters. */
function partOfReference(typed: string): string {
  const part = typed.toUpperCase().replaceAll(/[\s\u2010-\u2015]+/g, "-");
  return /^[2-9A-Z-]{1,11}$/.test(part) ? part : "";
}
