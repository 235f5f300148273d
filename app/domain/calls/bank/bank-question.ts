import {
  membersOf,
  type Question,
  questionSchema,
} from "../question-types/question-types.ts";
import { isSameJson } from "../../text/canonical-json.ts";
import { fitsAmongSeveral } from "./fixed.ts";
import { newId } from "../authoring/new-ids.ts";
import { optionsOfQuestion } from "../authoring/typed-options.ts";

/** A question that the review keeps for more than one call, as it stands now. */
export type BankQuestion = {
  /** What a copy of it names it by. */
  key: string;
  name: string;
  /** Empty where it stands in none. */
  group: string;
  version: number;
  rowVersion: number;
  isRetired: boolean;
  question: Question;
};

/** What the bank keeps of a call's question: all but where that came from. */
export function asKept(question: Question): Question {
  const members = membersOf(question).map((one) => without(one));
  return questionSchema.parse(
    members.length > 0
      ? { ...without(question), questions: members }
      : without(question),
  );
}

function without({ origin: _origin, ...rest }: Question) {
  return rest;
}

type Ids = {
  /** Of the copy. */
  id: string;
  /** The question whose place the copy takes; its members keep their ids. */
  over?: Question | undefined;
  /** Every id that may not be given. */
  taken: ReadonlySet<string>;
};

/**
 * A copy of a bank's question, with where it came from. Its options keep their
 * ids, so that what refers to one goes on to hold.
 */
export function copyOfKept(
  {
    key,
    version,
    question,
  }: Pick<BankQuestion, "key" | "version" | "question">,
  { id, over, taken }: Ids,
): Question {
  const given = new Set([...taken, id]);
  const members = membersOf(question).map((member) => {
    const held = over && membersOf(over).find(isCopyOf(key, member.id));
    const own =
      held?.id ?? newId(member.label.en, { taken: given, kind: "question" });
    given.add(own);
    const origin = { item: key, version, member: member.id };
    return { ...member, id: own, origin };
  });
  return questionSchema.parse({
    ...{ ...question, id, origin: { item: key, version } },
    ...(members.length > 0 && { questions: members }),
  });
}

const isCopyOf =
  (item: string, member: string) =>
  ({ origin }: Question) =>
    origin?.item === item && origin.member === member;

/** Whether the bank has a version of a copied question that differs from it, and that nobody has passed over. */
export function hasNewer(ours: Question, kept: BankQuestion): boolean {
  const { origin } = ours;
  if (origin?.item !== kept.key || kept.isRetired) return false;
  // What came with others is theirs to change.
  if (origin.member !== undefined) return false;
  if (kept.version <= Math.max(origin.version, origin.passed ?? 0))
    return false;
  return !isSameJson(asKept(newerOf(ours, kept)), asKept(ours));
}

/** What a copied question would be with the bank's words. */
export function newerOf(
  ours: Question,
  kept: BankQuestion,
  taken: ReadonlySet<string> = new Set(),
): Question {
  return copyOfKept(kept, { id: ours.id, over: ours, taken });
}

/** Ids of options that a question has and another has no more. */
export function optionsGone(before: Question, after: Question): string[] {
  const left = new Set(optionsOfQuestion(after).map(({ value }) => value));
  return optionsOfQuestion(before)
    .map(({ value }) => value)
    .filter((value) => !left.has(value));
}

/** How a form says which one it was filled in over. */
export function seenOfKept({ rowVersion }: BankQuestion): string {
  return String(rowVersion);
}

/** The questions that can be taken onto a page, or among those that are asked several times together. */
export function takeableOf(
  bank: readonly BankQuestion[],
  isOfSeveral: boolean,
): BankQuestion[] {
  return bank.filter(
    ({ isRetired, question }) =>
      !isRetired && (!isOfSeveral || fitsAmongSeveral(question)),
  );
}

/**
 * The questions that somebody chose, or all of a named group, that can be taken.
 *
 * @returns undefined where one that was chosen is not there any more, or is retired
 */
export function chosenOf(
  bank: readonly BankQuestion[],
  {
    item,
    whole,
    isOfSeveral,
  }: {
    item: readonly string[];
    whole?: string | undefined;
    /** Whether they are to be asked several times together. */
    isOfSeveral: boolean;
  },
): BankQuestion[] | undefined {
  const there = takeableOf(bank, isOfSeveral);
  const found =
    whole === undefined
      ? there.filter(({ key }) => item.includes(key))
      : there.filter(({ group }) => group === whole && whole !== "");
  const isAllThere = item.every((key) => found.some((one) => one.key === key));
  return found.length > 0 && (whole !== undefined || isAllThere)
    ? found
    : undefined;
}
