import {
  editedPageAddress,
  editedQuestionAddress,
  editorAddress,
  fromBankAddress,
  newQuestionAddress,
} from "#app/authoring-addresses.ts";
import {
  neededTexts,
  type Part,
  seenOf,
} from "#app/domain/calls/authoring/working-copy.ts";
import {
  adviceOnAbout,
  adviceOnPage,
} from "#app/domain/calls/authoring/call-advice.ts";
import { isTranslated } from "#app/domain/calls/languages.ts";
import { membersOf } from "#app/domain/calls/question-types/question-types.ts";
import { factsOfQuestion } from "./question-facts.ts";
import { sectionsOfPage } from "./call-sections.ts";
import { describeBrokenRules } from "./call-editor.ts";
import type { Edited } from "./edited-call.ts";
import { lineOfQuestion, sayBeside } from "./call-wording.ts";
import { textNames } from "./call-editor-words.ts";
import { rulesForPage } from "./call-rule-list.ts";

type Field = {
  name: string;
  label: string;
  hint: string | undefined;
  value: string;
  rows: number | undefined;
};

const aboutHints: Partial<Record<(typeof neededTexts)[number], string>> = {
  title: "What the call is called wherever it is named",
  summary: "One or two sentences, on the first page and in the list of calls",
  purpose: "On the call's own page, with what you want to hear about",
  beforeYouStart:
    "What people should have ready, and that they may stop and come back",
  whatHappensNext:
    "On the page after sending: who reads it, and when people hear",
  sendLabel: "Such as “Send your evidence”",
};
const rowsOf: Partial<Record<(typeof neededTexts)[number], number>> = {
  summary: 3,
  purpose: 8,
  whoMayAnswer: 6,
  howAnswersAreUsed: 6,
  beforeYouStart: 4,
  whatHappensNext: 5,
};

/** The form for what a call says of itself. */
export function describeAboutForm({ call, copy }: Edited) {
  const { body } = copy.about;
  const fields: Field[] = neededTexts.map((name) => ({
    ...{ name, label: textNames[name], value: body[name].en },
    ...{ hint: aboutHints[name], rows: rowsOf[name] },
  }));
  return {
    backHref: editorAddress(call.slug),
    callTitle: call.definition.title.en,
    seen: seenOf(copy, copy.about),
    fields,
    audience: body.audience?.en ?? "",
    minutes: body.minutes === undefined ? "" : String(body.minutes),
    isTranslated: neededTexts.some((name) => isTranslated(body[name])),
    advice: sayBeside(adviceOnAbout(copy)),
  };
}

/** The form for what a page says around its questions, and its questions in their order. */
export function describePageForm({
  call,
  copy,
  page,
}: Edited & { page: Part<"page"> }) {
  const { title, intro, showIf, questions } = page.body;
  const one = { callSlug: call.slug, pageId: page.key };
  return {
    backHref: `${editorAddress(call.slug)}#pages`,
    callTitle: call.definition.title.en,
    heading: title?.en || questions[0]?.label.en || "Page without a title",
    seen: seenOf(copy, page),
    ...{ title: title?.en ?? "", intro: intro?.en ?? "", showIf },
    isTranslated: isTranslated(title) || isTranslated(intro),
    ...rulesForPage(copy, { callSlug: call.slug, showIf }),
    ...sectionsOfPage(copy, page),
    questions: questions.map((question, index) => ({
      key: question.id,
      place: index + 1,
      name: question.label.en,
      href: editedQuestionAddress({ ...one, questionId: question.id }),
      facts: factsOfQuestion(question),
      advice: lineOfQuestion({ callSlug: call.slug, page }, question),
    })),
    advice: sayBeside(adviceOnPage(page.body)),
    newQuestionHref: newQuestionAddress(one),
    fromBankHref: fromBankAddress(one),
    removeHref: editedPageAddress(one, "remove"),
  };
}

/** What is asked before a page is taken away. */
export function describeRemoval({
  call,
  copy,
  page,
}: Edited & { page: Part<"page"> }) {
  const { title, questions } = page.body;
  const ids = questions.flatMap((question) => [
    question.id,
    ...membersOf(question).map((member) => member.id),
  ]);
  return {
    heading: title?.en || questions[0]?.label.en || "Page without a title",
    backHref: editedPageAddress({ callSlug: call.slug, pageId: page.key }),
    seen: seenOf(copy, page),
    questions: questions.map(({ label }) => label.en),
    brokenRules: describeBrokenRules(copy, ids),
  };
}
