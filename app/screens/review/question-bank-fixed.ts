import { editorAddress, newQuestionAddress } from "#app/authoring-addresses.ts";
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
  const asked = copy.pages.flatMap(({ body }) =>
    body.questions.map(({ meaning }) => meaning as string | undefined),
  );
  const isOn = (key: string) =>
    key === "equality"
      ? copy.equality !== undefined
      : key === "care"
        ? copy.about.body.care !== undefined
        : asked.includes(key);
  return describeFixed().map(({ key, name, words }) => ({
    ...{ key, name, words, standing: isOn(key) ? "On" : "Off" },
    href:
      key === "equality" || key === "care"
        ? editorAddress(page.callSlug, key)
        : isOn(key)
          ? undefined
          : newQuestionAddress(page, { start: key }),
  }));
}
