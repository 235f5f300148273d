import type { Db, Row } from "#app/db/schema.ts";
import { askedQuestions, itemPagesOf } from "../calls/asked-pages.ts";
import type { Answers, CallPage } from "../calls/definition.ts";
import { londonDay } from "../calls/london-time.ts";
import { parsePage } from "../calls/parse-page.ts";
import { isSameAnswer } from "../calls/question-types/question-type.ts";
import {
  findGroupQuestion,
  type Question,
} from "../calls/question-types/question-types.ts";
import {
  groupAnswer,
  type RepeatingGroup,
} from "../calls/question-types/repeating-group.ts";
import {
  answersOfAnother,
  everyItemId,
  pageOfAnother,
  questionIdsOfItem,
} from "../calls/repeated-pages.ts";
import { readEveryAnswer } from "../responses/versions-read.server.ts";
import type {
  NotAdded,
  NotRemoved,
  RevisionOutcome,
} from "./answer-changes.ts";
import {
  readGiven,
  reviseOwnAnswer,
  type Revision,
  type Standing,
} from "./revise-answer.server.ts";

type GroupChange = Omit<Revision<never>, "among" | "revise">;

/**
 * Takes one item of a group out of a response that was sent, for whoever sent
 * it, in one version: what was answered about it is taken back, and has to have
 * been read first (`leavesOut`). One that is gone already is what was wanted.
 */
export async function removeOwnGroupItem(
  db: Db,
  { itemId, ...change }: GroupChange & { itemId: string },
): Promise<RevisionOutcome | NotRemoved> {
  return reviseOwnAnswer<NotRemoved>(db, {
    ...change,
    among: askingAgain,
    revise: async (_trx, standing) => {
      const { group, ids } = groupOf(standing);
      if (!ids.includes(itemId)) return { ok: true, value: standing.saved };
      const going = questionIdsOfItem(group, itemId);
      const isRead = (id: string) => change.leavesOut.includes(id);
      if (going.some((id) => id in standing.answers && !isRead(id)))
        return { ok: false, reason: "takes-more" };
      const stay = ids.filter((id) => id !== itemId);
      const read = readGiven(groupAnswer(stay), standing, change);
      const alongside = Object.fromEntries(going.map((id) => [id, undefined]));
      return read.ok ? { ...read, alongside } : read;
    },
  });
}

type Addition = GroupChange & {
  /** Of the form that it comes from: sent twice, it adds one. */
  itemId: string;
  /** As the fields of `pageOfAnother` sent it, fitting or not. */
  typed: Answers;
};

/** Puts another item into it, with what is answered about it, in one version. */
export async function addOwnGroupItem(
  db: Db,
  { itemId, typed, ...change }: Addition,
): Promise<RevisionOutcome | NotAdded> {
  return reviseOwnAnswer<NotAdded>(db, {
    ...change,
    among: askingAgain,
    revise: async (trx, standing) => {
      const { page, group, ids } = groupOf(standing);
      const { response, answers, saved } = standing;
      const another = pageOfAnother(page, group, ids.length + 1);
      const { messages, now } = change;
      const reading = { language: response.language, messages };
      const today = londonDay(now);
      const parsed = parsePage(another, typed, { ...reading, today });
      const { problems, wrongParts } = parsed;
      if (Object.keys(problems).length > 0)
        return { ok: false, reason: "unfit-item", problems, wrongParts };
      const alongside = answersOfAnother(group, itemId, parsed.answers);
      const stands = ([id, value]: [string, Answers[string]]) =>
        isSameAnswer(value, answers[id]);
      if (ids.includes(itemId) && Object.entries(alongside).every(stands))
        return { ok: true, value: saved };
      if ((await selectItemIds(trx, response, group)).includes(itemId))
        return { ok: false, reason: "added-already" };
      if (ids.length >= group.max) return { ok: false, reason: "full" };
      const read = readGiven(groupAnswer([...ids, itemId]), standing, change);
      return read.ok ? { ...read, alongside } : read;
    },
  });
}

/** Those that are asked again for each of several things. */
export function askingAgain(questions: Question[]): Question[] {
  return questions.filter((question) => findGroupQuestion([question]));
}

type OpenGroup = {
  page: CallPage;
  group: RepeatingGroup;
  /** The pages of the items that stand, also of one whose line was taken back. */
  items: CallPage[];
  ids: string[];
};

/** A group with the items that stand. @throws where the question is none. */
export function groupOf({
  definition,
  answers,
  question,
}: Pick<Standing, "definition" | "answers" | "question">): OpenGroup {
  const asked = askedQuestions(definition, answers);
  const page = asked.find((one) => one.question.id === question.id)?.page;
  const group = findGroupQuestion([question]);
  if (!page || !group) throw new Error(`${question.id} is not asked again`);
  const items = itemPagesOf(definition, answers, page.id);
  const ids = items.flatMap(({ itemOf }) => itemOf?.itemId ?? []);
  return { page, group, items, ids };
}

/** The ids of all items that a response ever had: none is used again, for what was answered about it is kept. */
export async function selectItemIds(
  db: Db,
  response: Row<"responses">,
  group: RepeatingGroup,
): Promise<string[]> {
  return everyItemId(group, await readEveryAnswer(db, response));
}
