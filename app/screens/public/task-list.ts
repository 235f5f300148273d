import {
  type AnswerAddress,
  callAddress,
  formPlaceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import type { CallWords } from "#app/domain/calls/languages.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type { DraftSection } from "#app/domain/drafts/draft-sections.ts";
import { wordsIn } from "#app/words/words.ts";

type TaskList = {
  call: { slug: string; definition: { title: CallWords } };
  answer: AnswerAddress;
  sections: DraftSection[];
  language: Language;
};

/** The sections of a long form, each with where somebody has come with it. */
export function describeTaskList(list: TaskList) {
  const { call, answer, sections, language } = list;
  const words = wordsIn(language).tasks;
  const done = sections.filter(({ status }) => status === "completed");
  return {
    callTitle: inLanguage(call.definition.title, language),
    backTo: callAddress(call.slug),
    completed: words.completed(done.length, sections.length),
    sections: sections.map(({ sectionId, title, status, pageId }) => ({
      id: sectionId,
      title,
      status,
      statusLabel: words.statuses[status],
      to: questionPageAddress(answer, pageId),
    })),
    checkPath: formPlaceAddress(answer, "check"),
    language,
  };
}
