import {
  type AnswerAddress,
  evidenceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { itemPagesOf } from "#app/domain/calls/asked-pages.ts";
import type {
  Answers,
  CallDefinition,
  CallPage,
} from "#app/domain/calls/definition.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import { londonDay } from "#app/domain/calls/london-time.ts";
import { parsePage } from "#app/domain/calls/parse-page.ts";
import { groupItemIds } from "#app/domain/calls/question-types/repeating-group.ts";
import {
  findGroupQuestion,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import { idOfNewItem, itemPageId } from "#app/domain/calls/repeated-pages.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { wordsIn } from "#app/words/words.ts";

type OpenGroup = {
  page: CallPage;
  definition: CallDefinition;
  draft: Pick<Draft, "answers" | "pageVersions"> | undefined;
  answer: AnswerAddress;
  /** Of every way from here, for the way back. */
  parameters: URLSearchParams;
  now: Date;
  rendering: string;
};

/** The items of a page with questions that are asked again, and the ways to them; undefined where it has none. */
export function describeGroup(open: OpenGroup, language: Language) {
  const { page, draft, answer, rendering, parameters } = open;
  const group = findGroupQuestion(page.questions);
  if (!group) return undefined;
  const answers = draft?.answers ?? {};
  const items = groupItemIds(answers[group.id]);
  const words = wordsIn(language).group;
  const name = inLanguage(group.itemName, language);
  const known = { items, pageVersions: draft?.pageVersions ?? {} };
  const chance = Number.parseInt(rendering.slice(0, 8), 16);
  const newId = idOfNewItem(page.id, known, chance);
  return {
    none: items.length === 0 ? words.none : undefined,
    cards: itemPagesOf(open.definition, answers, page.id).map((item) =>
      describeItem(item, open, language),
    ),
    add:
      items.length < group.max
        ? {
            to: questionPageAddress(
              answer,
              itemPageId(page.id, newId),
              parameters,
            ),
            label:
              items.length === 0
                ? words.addFirst(name)
                : words.addAnother(name),
          }
        : undefined,
    full: items.length < group.max ? undefined : words.full(group.max),
  };
}

const mostLines = 3;
const mostOfLine = 120;

/** An item by its number, the beginning of what was answered, and what stands against it. */
function describeItem(item: CallPage, open: OpenGroup, language: Language) {
  const { answer, draft, now, parameters } = open;
  const words = wordsIn(language);
  const answers = draft?.answers ?? {};
  const reading = {
    language,
    messages: words.questions,
    today: londonDay(now),
  };
  const { problems } = parsePage(item, answers, reading);
  const { pageId = "", itemId = "" } = item.itemOf ?? {};
  return {
    ...tellItem(item, answers, language),
    notes: item.questions.flatMap(({ id, label }) => {
      const message = problems[id];
      return message === undefined
        ? []
        : [words.check.problem(inLanguage(label, language), message)];
    }),
    changeTo: questionPageAddress(answer, item.id, parameters),
    removeTo: evidenceAddress(
      answer,
      pageId,
      ["item", itemId, "remove"],
      parameters,
    ),
  };
}

/** Which item it is, and the beginning of what was answered about it. */
export function tellItem(item: CallPage, answers: Answers, language: Language) {
  const lines = item.questions.flatMap((question) => {
    const { checkLine } = questionTypeOf(question);
    const line = checkLine(question, answers[question.id], language);
    return line === undefined ? [] : [shorten(line)];
  });
  const { unanswered } = wordsIn(language).group;
  return {
    id: item.itemOf?.itemId ?? "",
    title: item.title ? inLanguage(item.title, language) : "",
    lines: lines.length > 0 ? lines.slice(0, mostLines) : [unanswered],
  };
}

function shorten(line: string): string {
  const oneLine = line.replace(/\s+/g, " ");
  const characters = Array.from(oneLine.slice(0, mostOfLine * 2));
  return characters.length > mostOfLine
    ? `${characters.slice(0, mostOfLine).join("").trimEnd()}…`
    : oneLine;
}
