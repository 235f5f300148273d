import { findHits } from "#app/db/search-words.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import {
  questionMeaning,
  quotableValues,
  quotingQuestion,
} from "../calls/consent.ts";
import type { CallDefinition } from "../calls/definition.ts";
import {
  isEvidence,
  labelsOfChoices,
  type Question,
  questionTypeOf,
} from "../calls/question-types/question-types.ts";
import { assigneeOfGroup } from "../accounts/groups.ts";
import type { Chosen } from "./queue-conditions.ts";
import type { SavedView } from "./views.ts";

/** What names and questions in a search can mean at present. */
export type QueueKnown = {
  me: string;
  now: Date;
  staff: readonly { staffId: string; name: string }[];
  /** Those that there are, and the asker's own. */
  groups: readonly { groupId: number; name: string; isMine: boolean }[];
  /** Retired ones too. */
  tags: readonly {
    tagId: number;
    name: string;
    parentId: number | null;
    /** The one that it became part of, where it did. */
    becameId?: number | undefined;
    /** What it was called before. */
    formerNames?: readonly string[] | undefined;
  }[];
  /** Those that the person may use. */
  views: readonly SavedView[];
  calls: readonly {
    id: number;
    slug: string;
    title: string;
    /** Every version that may have been answered. */
    definitions: readonly CallDefinition[];
  }[];
};

const isSame = (one: string, other: string) =>
  one.localeCompare(other, "en", { sensitivity: "base" }) === 0;
const begins = (text: string, typed: string) =>
  text.toLowerCase().startsWith(typed.toLowerCase());

/** People of that name, or whose name or any part of it begins so. */
export function findPeople(known: QueueKnown, typed: string): string[] {
  const whole = known.staff.filter(({ name }) => isSame(name, typed));
  const begun = known.staff.filter(
    ({ name }) =>
      begins(name, typed) ||
      name.split(/[\s-]+/).some((part) => begins(part, typed)),
  );
  return (whole.length > 0 ? whole : begun).map(({ staffId }) => staffId);
}

/** Groups of that name, or whose name begins so, as they stand in the place of people. */
export function findGroups(known: QueueKnown, typed: string): string[] {
  const whole = known.groups.filter(({ name }) => isSame(name, typed));
  const begun = known.groups.filter(({ name }) => begins(name, typed));
  return (whole.length > 0 ? whole : begun).map(({ groupId }) =>
    assigneeOfGroup(groupId),
  );
}

/** A tag of that name with everything under it, else those that begin so. */
export function findTags(known: QueueKnown, typed: string): number[] {
  const whole = known.tags.filter(({ name }) => isSame(name, typed));
  const begun = known.tags.filter(({ name }) => begins(name, typed));
  const former = known.tags.filter(({ formerNames = [] }) =>
    formerNames.some((name) => isSame(name, typed)),
  );
  const found = [whole, begun, former].find((some) => some.length > 0) ?? [];
  return withChildren(
    known,
    found.map(({ tagId }) => tagId),
  );
}

/** A parent stands for its children, however deep, and what was merged for what it became. */
export function withChildren(
  { tags }: Pick<QueueKnown, "tags">,
  tagIds: readonly number[],
): number[] {
  const found = new Set(tagIds);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { tagId, parentId, becameId } of tags) {
      if (parentId !== null && found.has(parentId)) found.add(tagId);
      if (becameId !== undefined && found.has(tagId)) found.add(becameId);
    }
  }
  return [...found];
}

/** Calls of that address, else those whose address or title begins so. */
export function findCalls(known: QueueKnown, typed: string): number[] {
  const whole = known.calls.filter(({ slug }) => isSame(slug, typed));
  const begun = known.calls.filter(
    ({ slug, title }) => begins(slug, typed) || begins(title, typed),
  );
  return (whole.length > 0 ? whole : begun).map(({ id }) => id);
}

/** The question that says who speaks: the one that is marked so, else the first that a list shows, else the first of a few choices. */
export function whoSpeaks(definition: CallDefinition): Question | undefined {
  const marked = questionMeaning(definition, "respondent-kind");
  const open = questionsOf(definition).filter(
    (question) => !question.identifying && labelsOfChoices(question).length > 0,
  );
  return marked ?? open.find(({ shownInQueue }) => shownInQueue) ?? open[0];
}

/** The ids of the choices of who speaks. */
export function kindsIn(definition: CallDefinition): string[] {
  const question = whoSpeaks(definition);
  const choices = question ? labelsOfChoices(question) : [];
  return choices.map(({ value }) => value);
}

/** The answers to who speaks that are called so, by id or by words of the choice. */
export function findKinds(known: QueueKnown, term: string): Chosen[] {
  return chosenOf(known, term, (definition) => {
    const question = whoSpeaks(definition);
    return question ? [question] : [];
  });
}

/** The choices of a question that are called so: by its id, or by its place in the form. */
export function findChosen(
  known: QueueKnown,
  question: string | number,
  term: string,
): Chosen[] {
  return chosenOf(known, term, (definition) =>
    questionsOf(definition).filter(
      ({ id, identifying }, place) =>
        !identifying && (id === question || place === question),
    ),
  );
}

function chosenOf(
  known: QueueKnown,
  term: string,
  questionsIn: (definition: CallDefinition) => Question[],
): Chosen[] {
  const found = new Map<string, Chosen>();
  for (const { id: callId, definitions } of known.calls)
    for (const question of definitions.flatMap(questionsIn)) {
      const values = valuesCalled(question, term);
      if (values.length === 0) continue;
      const key = `${callId} ${question.id}`;
      const before = found.get(key)?.values ?? [];
      const all = [...new Set([...before, ...values])];
      const areSeveral =
        questionTypeOf(question).choiceValues(question) === undefined;
      const about = { callId, questionId: question.id, areSeveral };
      found.set(key, { ...about, values: all });
    }
  return [...found.values()];
}

function valuesCalled(question: Question, term: string): string[] {
  const typed = term.replace(/\*$/, "").toLowerCase();
  return labelsOfChoices(question)
    .filter(
      ({ value, labels }) =>
        value === typed ||
        [value, ...labels].some((text) => findHits(text, [term], 1).length > 0),
    )
    .map(({ value }) => value);
}

/** Answers that let it be quoted, and the calls that ask. */
export function findConsents(known: QueueKnown) {
  const asking = known.calls.flatMap(({ id: callId, definitions }) =>
    definitions.flatMap((definition) => {
      const question = quotingQuestion(definition);
      return question ? [{ callId, question }] : [];
    }),
  );
  const agreed = asking.map(({ callId, question }) => ({
    callId,
    questionId: question.id,
    areSeveral: false,
    values: [...quotableValues],
  }));
  return { agreed, callIds: [...new Set(asking.map(({ callId }) => callId))] };
}

/** Every question by its id. */
export function questionIdsOf(known: QueueKnown): ReadonlySet<string> {
  return new Set(allQuestions(known).map(({ id }) => id));
}

export function evidenceIdsOf(known: QueueKnown): string[] {
  const asking = allQuestions(known).filter(isEvidence);
  return [...new Set(asking.map(({ id }) => id))];
}

function allQuestions({ calls }: QueueKnown): Question[] {
  return calls.flatMap(({ definitions }) =>
    definitions.flatMap((definition) => questionsOf(definition)),
  );
}
