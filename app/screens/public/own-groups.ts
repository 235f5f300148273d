import type { Answers, CallPage } from "#app/domain/calls/definition.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import type { RepeatingGroup } from "#app/domain/calls/question-types/repeating-group.ts";
import { questionTypeOf } from "#app/domain/calls/question-types/question-types.ts";
import {
  labelBeside,
  pageOfAnother,
} from "#app/domain/calls/repeated-pages.ts";
import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type {
  NotAdded,
  RevisionOutcome,
} from "#app/domain/revisions/answer-changes.ts";
import {
  addItemAddress,
  itemsAddress,
  removeItemAddress,
} from "#app/receipt-addresses.ts";
import { wordsIn } from "#app/words/words.ts";
import { type ChangeReply, describeLeftOut } from "./change-answer.ts";
import { tellItem } from "./group.ts";
import { describeAnswers } from "./own-response.ts";
import { askQuestion } from "./question-page.ts";

/** What was asked again of a response that was sent, with the items that stand. */
export type OwnGroup = {
  page: CallPage;
  group: RepeatingGroup;
  items: CallPage[];
  ids: string[];
  answers: Answers;
};

/** Its items, with the ways to remove each of them and to add another. */
export function describeOwnGroup(own: OwnResponse, open: OwnGroup) {
  const { language } = own;
  const { receipt } = wordsIn(language);
  const { group, items, answers } = open;
  const against = noRoom(own, open);
  return {
    caption: receipt.response.heading(own.reference),
    heading: inLanguage(group.label, language),
    count: items.length === 0 ? wordsIn(language).group.none : undefined,
    cards: items.map((item) => {
      const told = tellItem(item, answers, language);
      const removeTo = removeItemAddress(group.id, told.id);
      return { ...told, notes: [], changeTo: undefined, removeTo };
    }),
    add: against
      ? undefined
      : { to: addItemAddress(group.id), label: addLabel(own, open) },
    notes: [
      ...(against ? [against] : []),
      ...(items.length > 0 ? [receipt.groups.changeEach] : []),
      receipt.change.lead,
    ],
  };
}

function addLabel({ language }: OwnResponse, { group, items }: OwnGroup) {
  const words = wordsIn(language).group;
  const name = inLanguage(group.itemName, language);
  return items.length === 0 ? words.addFirst(name) : words.addAnother(name);
}

/** Why another cannot be added; undefined where it can. */
export function noRoom(
  { language }: OwnResponse,
  { group: { min, max }, ids }: OwnGroup,
): string | undefined {
  const { group, receipt } = wordsIn(language);
  if (ids.length >= max) return group.full(max);
  return ids.length + 1 < min ? receipt.groups.tooFew(min) : undefined;
}

/** One of them that is about to be removed, with the answers that are taken back with it; undefined where it is gone. */
export function describeGroupRemoval(
  own: OwnResponse,
  { group, items }: OwnGroup,
  itemId: string,
) {
  const { group: words, receipt } = wordsIn(own.language);
  const item = items.find(({ itemOf }) => itemOf?.itemId === itemId);
  if (!item?.title) return undefined;
  const name = inLanguage(item.title, own.language);
  const isLast = items.length === 1;
  const isNeeded = items.length <= group.min && (!isLast || group.required);
  const ids = item.questions.map(({ id }) => id);
  return {
    caption: receipt.response.heading(own.reference),
    heading: words.removeHeading(name),
    line: undefined,
    lead: isLast ? receipt.groups.removeLast : receipt.groups.removeLead,
    /** Why it has to stay. */
    needed: isNeeded ? receipt.groups.lastNeeded(group.min) : undefined,
    going: isNeeded
      ? []
      : describeAnswers(own).filter(
          ({ questionId, line }) => line && ids.includes(questionId),
        ),
    confirm: words.removeConfirm(name),
    keep: isNeeded ? words.backToList : words.removeKeep,
    ownPath: removeItemAddress(group.id, itemId),
    listPath: itemsAddress(group.id),
  };
}

export type AnotherItemPage = NonNullable<
  ReturnType<typeof describeAnotherItem>
>;

/** The form in which another is added: the questions that are asked of each; undefined where there is no room. */
export function describeAnotherItem(own: OwnResponse, open: OwnGroup) {
  const { language } = own;
  if (noRoom(own, open)) return undefined;
  const words = wordsIn(language);
  const { page, group, ids } = open;
  const another = pageOfAnother(page, group, ids.length + 1);
  const asking = {
    ...{ language, words, limits: defaultAttachmentLimits },
    uploadsPath: "",
  };
  return {
    caption: words.receipt.response.heading(own.reference),
    heading: another.title ? inLanguage(another.title, language) : "",
    questions: another.questions.map((question) => ({
      ...askQuestion(question, asking),
      ...{ files: [], unfinished: [] },
    })),
    note: words.receipt.change.lead,
    sendPath: addItemAddress(group.id),
    listPath: itemsAddress(group.id),
  };
}

type Refused = Extract<RevisionOutcome, { ok: false }> | NotAdded;

type Adding = { own: OwnResponse; open: OwnGroup; typed: Answers };

/** The form as it was sent, with what stands against it. */
export function describeAdditionRefusal(
  refused: Refused,
  { own, open, typed: answers }: Adding,
): { reply: ChangeReply; status: number } {
  const { group, receipt } = wordsIn(own.language);
  const say = (message: string) => ({
    reply: { answers, errors: { "": [message] } },
    status: 409,
  });
  switch (refused.reason) {
    case "unfit-item": {
      const { problems, wrongParts } = refused;
      const told = Object.entries(problems).map(([id, one]) => [id, [one]]);
      const errors = Object.fromEntries(told) as Record<string, string[]>;
      return { reply: { answers, errors, wrongParts }, status: 400 };
    }
    case "unfit":
      return say(refused.problem);
    case "added-already":
      return say(receipt.groups.addedAlready);
    case "leaves-out":
      return {
        reply: { answers, ...describeLeftOut(own, refused) },
        status: 409,
      };
    default: {
      const message =
        refused.reason === "full"
          ? group.full(open.group.max)
          : receipt.change.refusals[refused.reason];
      const typedLine = tellTyped({ own, open, typed: answers });
      return { reply: { ...say(message).reply, typedLine }, status: 409 };
    }
  }
}

/** What was typed, in words, where there is no form to give it back in. */
export function tellTyped({ own, open, typed }: Adding): string {
  const { language } = own;
  const page = pageOfAnother(open.page, open.group, open.ids.length + 1);
  const lines = page.questions.flatMap((question) => {
    const { checkLine } = questionTypeOf(question);
    const line = checkLine(question, typed[question.id], language);
    if (line === undefined) return [];
    return [`${labelBeside({ page, question }, language)}\n${line}`];
  });
  return lines.join("\n\n");
}
