import {
  editedPageAddress,
  editedRuleAddress,
  editorAddress,
  newRuleAddress,
  rulePartAddress,
  type RuleSteps,
} from "#app/authoring-addresses.ts";
import { findPart } from "#app/domain/calls/authoring/edits.ts";
import {
  comparedWith,
  toPath,
} from "#app/domain/calls/authoring/rule-forms.ts";
import {
  type Ask,
  asks,
  asksOf,
  chosenIn,
  questionsForRule,
  rulesForRule,
} from "#app/domain/calls/authoring/rule-parts.ts";
import { findLevel } from "#app/domain/calls/authoring/rule-tree.ts";
import { type Part, seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import {
  isNumber,
  labelsOfChoices,
  type Question,
} from "#app/domain/calls/question-types/question-types.ts";
import { describeRule, namesIn } from "./call-editor-names.ts";
import type { Edited } from "./edited-call.ts";
import { capitalised } from "./call-editor-words.ts";
import { askWords } from "./call-rule-words.ts";

type Stepping = Edited & {
  /** Undefined for a new one. */
  rule?: Part<"condition"> | undefined;
  chosen: RuleSteps;
};

/** More than these can be searched. */
const fewQuestions = 10;

/** The steps in which a part of a rule is chosen: which question, what is asked of it, with what it is compared. */
export function describeRuleSteps(stepping: Stepping) {
  const { copy, rule, chosen } = stepping;
  const page =
    chosen.page === undefined ? undefined : findPart(copy, chosen.page);
  const names = namesIn(copy);
  const step = stepOf(stepping);
  const seen = rule ?? page;
  return {
    caption: captionOf(stepping, names),
    heading: headingOf(step),
    backHref: backOf(stepping),
    theirs: rule
      ? `${capitalised(describeRule(rule.body.rule, names))}.`
      : page &&
        (page.body.showIf === undefined
          ? "Everybody is asked the page."
          : `The page is shown if ${names.shownIf(page.body.showIf)}.`),
    /** Of what is there now; the address carries that of the first step. */
    seen: seen ? seenOf(copy, seen) : "",
    step,
  };
}

function captionOf(
  { call, rule, chosen }: Stepping,
  names: ReturnType<typeof namesIn>,
): string {
  if (rule) return capitalised(`the rule ${names.rule(rule.key)}`);
  return chosen.page === undefined
    ? call.definition.title.en
    : `Who is asked ${names.page(chosen.page)}`;
}

function headingOf({ kind }: ReturnType<typeof stepOf>): string {
  if (kind === "question") return "Which answer should it look at?";
  return kind === "ask" ? "What should hold of it?" : "Compared with what?";
}

function backOf({ call, rule, chosen }: Stepping): string {
  const callSlug = call.slug;
  const { question, rule: named, ask, ...start } = chosen;
  if (ask !== undefined)
    return hrefOf({ callSlug, rule }, { ...start, question, rule: named });
  if (question !== undefined || named !== undefined)
    return hrefOf({ callSlug, rule }, start);
  if (rule)
    return editedRuleAddress(
      { callSlug, ruleId: rule.key },
      undefined,
      start.in,
    );
  return start.page === undefined
    ? `${editorAddress(callSlug)}#rules`
    : editedPageAddress({ callSlug, pageId: start.page });
}

function hrefOf(
  { callSlug, rule }: { callSlug: string; rule: Stepping["rule"] },
  steps: RuleSteps,
): string {
  return rule
    ? rulePartAddress({ callSlug, ruleId: rule.key }, steps)
    : newRuleAddress(callSlug, steps);
}

/** The part that is changed; undefined where one is added. */
function oldPart({ rule, chosen }: Stepping) {
  if (!rule || chosen.nth === undefined) return undefined;
  const level = findLevel(rule.body.rule, toPath(chosen.in ?? ""));
  return level?.parts[Number(chosen.nth)];
}

function stepOf(stepping: Stepping) {
  const { copy, chosen } = stepping;
  const of = ruleFor(stepping);
  if (chosen.rule !== undefined && rulesForRule(copy, of).includes(chosen.rule))
    return askStep(stepping, undefined);
  const question = questionsForRule(copy, of)
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === chosen.question);
  return question ? askStep(stepping, question) : questionStep(stepping);
}

const ruleFor = ({ rule, chosen }: Stepping) => ({
  ...{ ruleId: rule?.key, pageId: chosen.page },
});

/** Which question, of the pages before, or which other rule. */
function questionStep(stepping: Stepping) {
  const { call, copy, rule, chosen } = stepping;
  const names = namesIn(copy);
  const of = ruleFor(stepping);
  const { find = "", ...start } = chosen;
  const href = (more: RuleSteps) =>
    hrefOf({ callSlug: call.slug, rule }, { ...start, ...more });
  const part = oldPart(stepping);
  const was = part && chosenIn(part)?.of;
  const isFound = (words: string) =>
    words.toLowerCase().includes(find.trim().toLowerCase());
  const all = questionsForRule(copy, of);
  const count = all.reduce((sum, { questions }) => sum + questions.length, 0);
  return {
    kind: "question" as const,
    find: count > fewQuestions ? find : undefined,
    carried: Object.entries(start).map(([name, value]) => ({ name, value })),
    pages: all
      .map(({ pageId, questions }) => ({
        heading: `Page ${copy.pages.findIndex(({ key }) => key === pageId) + 1}, ${names.page(pageId)}`,
        questions: questions
          .filter(({ label }) => isFound(label.en))
          .map(({ id, label }) => ({
            ...{ key: id, words: label.en, href: href({ question: id }) },
            isNow:
              was !== undefined && "question" in was && was.question === id,
          })),
      }))
      .filter(({ questions }) => questions.length > 0),
    rules: rulesForRule(copy, of)
      .map((id) => ({
        ...{ key: id, words: capitalised(names.shownIf(id)) },
        href: href({ rule: id }),
        isNow: was !== undefined && "rule" in was && was.rule === id,
      }))
      .filter(({ words }) => isFound(words)),
  };
}

/** What is asked of the answer, and then with what it is compared. */
function askStep(stepping: Stepping, question: Question | undefined) {
  const { call, copy, rule, chosen } = stepping;
  const names = namesIn(copy);
  const about = question
    ? names.question(question.id)
    : capitalised(`the rule ${names.rule(chosen.rule ?? "")}`);
  const possible: Ask[] = question
    ? asksOf(question)
    : ["holds", "does-not-hold"];
  const ask = possible.find((one) => one === chosen.ask);
  if (ask) return valueStep(stepping, { about, ask, question });
  const part = oldPart(stepping);
  const was = part && chosenIn(part);
  const isSame =
    was &&
    ("question" in was.of
      ? was.of.question === question?.id
      : was.of.rule === chosen.rule);
  return {
    kind: "ask" as const,
    about,
    asks: possible.map((one) => ({
      ...{ key: one, words: askWords[one], isNow: isSame && was.ask === one },
      href: hrefOf({ callSlug: call.slug, rule }, { ...chosen, ask: one }),
    })),
  };
}

function valueStep(
  stepping: Stepping,
  of: { about: string; ask: Ask; question: Question | undefined },
) {
  const { about, ask, question } = of;
  const part = oldPart(stepping);
  const was = part && chosenIn(part);
  const isSame =
    was && "question" in was.of && was.of.question === question?.id;
  const values = isSame ? was.values : [];
  const isOfNumber = question !== undefined && isNumber(question);
  return {
    kind: "value" as const,
    about,
    ask: askWords[ask],
    compared: comparedWith(ask, { isOfNumber }),
    options: question
      ? labelsOfChoices(question).map(({ value, labels }) => ({
          ...{ value, label: labels[0] ?? value },
        }))
      : [],
    values,
    day: values[0] ?? "",
    carried: [
      ...carriedBy(stepping.chosen),
      ...(isOfNumber ? [{ name: "kind", value: "number" }] : []),
    ],
  };
}

/** What the steps before have chosen, as the last one sends it. */
function carriedBy(chosen: RuleSteps) {
  const { find: _find, seen: _seen, ...sent } = chosen;
  return Object.entries(sent).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
}

/** What an address says was chosen before. */
export function readRuleSteps(address: string): RuleSteps {
  const asked = new URL(address).searchParams;
  const text = (name: string) => asked.get(name)?.slice(0, 200) || undefined;
  return {
    ...{ page: text("page"), in: text("in"), nth: text("nth") },
    ...{ seen: text("seen"), find: text("find") },
    ...{ question: text("question"), rule: text("rule") },
    ask: asks.find((one) => one === asked.get("ask")),
  };
}
