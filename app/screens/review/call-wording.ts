import {
  editedPageAddress,
  editedQuestionAddress,
} from "#app/authoring-addresses.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import {
  adviceOnPages,
  type PageAdvice,
} from "#app/domain/calls/authoring/call-advice.ts";
import type { Jargon } from "#app/domain/calls/wording/jargon.ts";
import { namesIn } from "./call-editor-names.ts";
import { plural } from "./counted.ts";

type AdviceLine = { key: string; on: string; words: string; href: string };

type Place = { call: { slug: string }; copy: WorkingCopy };

/** Advice on the words of one page, for below its questions. */
export function describePageAdvice(
  { call: { slug: callSlug }, copy }: Place,
  pageId: string,
): AdviceLine[] {
  const names = namesIn(copy);
  const pages = copy.pages.filter(({ key }) => key === pageId);
  return adviceOnPages({ pages }).map((one, at) => {
    const { questionId } = one;
    return {
      key: String(at),
      on:
        questionId === undefined
          ? "Above the questions"
          : names.question(questionId),
      words: sayAdvice(one.advice),
      href:
        questionId === undefined
          ? editedPageAddress({ callSlug, pageId })
          : editedQuestionAddress({ callSlug, pageId, questionId }),
    };
  });
}

/** How much advice there is on each page of a call. */
export function sumAdvice({ call: { slug: callSlug }, copy }: Place) {
  const names = namesIn(copy);
  const counts = new Map<string, number>();
  for (const { pageId } of adviceOnPages(copy))
    counts.set(pageId, (counts.get(pageId) ?? 0) + 1);
  return [...counts].map(([pageId, count]) => ({
    key: pageId,
    name: names.page(pageId),
    words: plural(count, "suggestion", "suggestions"),
    href: `${editedPageAddress({ callSlug, pageId })}#wording`,
  }));
}

/** Each as people say it, and what to say in its place. */
const insteadOf: Record<Jargon, [term: string, instead: string]> = {
  LAC: ["LAC", "children in care"],
  "looked-after": ["looked after child", "child in care"],
  placement: ["placement", "home"],
  contact: ["contact", "time with family"],
  respite: ["respite", "a break for children"],
  sibling: ["sibling", "brothers and sisters"],
  "service-user": ["service user", "people"],
  stakeholder: ["stakeholder", "who they are"],
  "multi-agency": ["multi-agency", "which services they are"],
  IRO: ["IRO", "independent reviewing officer"],
  SEND: ["SEND", "special educational needs"],
  CAMHS: ["CAMHS", "mental health services for children"],
};

function tellJargon(jargon: Jargon): string {
  const [term, instead] = insteadOf[jargon];
  return `“${term}” is a word of the trade. Say “${instead}” or what is meant.`;
}

function sayAdvice(advice: PageAdvice["advice"]): string {
  switch (advice.about) {
    case "sentence":
      return `The sentence “${advice.begins} …” has ${advice.words} words. More than 25 are hard to follow: make two of it.`;
    case "reading-age":
      return `It reads like a text for people of about ${advice.age} and older. Shorter words and sentences help.`;
    case "two-questions":
      return "It seems to ask two things at once. People answer one of them: ask each by itself.";
    case "double-negative":
      return `The sentence “${advice.begins} …” says “not” twice. Say what is so.`;
    case "please":
      return "“Please” makes it longer, and no kinder.";
    case "jargon":
      return tellJargon(advice.term);
    case "no-way-out":
      return "It has to be answered, and there is no “I do not know”: somebody who does not would have to say what is not so.";
  }
}
