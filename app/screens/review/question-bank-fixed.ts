import {
  editedQuestionAddress,
  editorAddress,
  newQuestionAddress,
} from "#app/authoring-addresses.ts";
import { fixedMeanings } from "#app/domain/calls/bank/fixed.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { meaningWords } from "./question-meanings.ts";
import { findQuestionStart } from "./question-starts.ts";
import { equalityQuestions } from "./starting-points/equality-questions.ts";

const settings = [
  {
    key: "equality",
    name: "Questions about the person",
    words: equalityQuestions.questions.map(({ label }) => label.en).join(" "),
    note: "By the harmonised standard, asked after sending and kept apart from the answer",
  },
  {
    key: "care",
    name: "Where somebody is in danger",
    words: "What to do now, help lines, and the way off the page",
    note: "On every page of a call. Its words are the call’s own, because help lines differ",
  },
] as const;

/** What is asked or said in one way wherever it is: a call has it or has it not. */
export function describeFixed() {
  return [
    ...fixedMeanings.map((meaning) => ({
      ...{ key: meaning as string, name: meaningWords[meaning].label },
      words: findQuestionStart(meaning)?.label.en ?? "",
      note: meaningWords[meaning].hint,
    })),
    ...settings,
  ];
}

/** The same for one call, each with where it is put on or off. */
export function describeFixedOf(
  copy: WorkingCopy,
  page: { callSlug: string; pageId: string },
) {
  const { callSlug } = page;
  const { equality, about } = copy;
  return describeFixed().map(({ key, name, words }) => {
    const isSetting = key === "equality" || key === "care";
    const where = isSetting ? undefined : whereAsked(copy, key);
    const isOn =
      key === "equality"
        ? equality !== undefined
        : key === "care"
          ? about.body.care !== undefined
          : where !== undefined;
    return {
      ...{ key, name, words, standing: isOn ? "On" : "Off" },
      href: isSetting
        ? editorAddress(callSlug, key)
        : where
          ? editedQuestionAddress({ callSlug, ...where })
          : newQuestionAddress(page, { start: key }),
    };
  });
}

/** The question that decides something, by what it decides. */
function whereAsked({ pages }: WorkingCopy, meaning: string) {
  for (const { key: pageId, body } of pages) {
    const found = body.questions.find((one) => one.meaning === meaning);
    if (found) return { pageId, questionId: found.id };
  }
  return undefined;
}
