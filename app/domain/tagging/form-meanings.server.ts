import type { Db } from "#app/db/schema.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { selectEveryDefinition } from "../calls/definitions.server.ts";
import { questionMeaning, quotingQuestion } from "../calls/consent.ts";
import { inLanguage } from "../calls/languages.ts";
import {
  isIdentifying,
  questionTypeOf,
  takesFiles,
} from "../calls/question-types/question-types.ts";

type Asked = { definitionId: number; questionId: string };

/** What the forms of all calls ask that evidence is read by. */
export type FormMeanings = {
  /** Where each form asks who speaks, and where it asks whether the words may be quoted. */
  speaker: Asked[];
  consent: Asked[];
  /** What is answered to who speaks, by its value: the newest form's words. */
  speakerLabels: Map<string, string>;
  /** Questions that are answered in one's own words, by id. */
  questionLabels: Map<string, string>;
};

/** Read from the definitions, of which there are few and each is parsed once. */
export async function readFormMeanings(db: Db): Promise<FormMeanings> {
  const found: FormMeanings = {
    speaker: [],
    consent: [],
    speakerLabels: new Map(),
    questionLabels: new Map(),
  };
  for (const { definitionId, definition } of await selectEveryDefinition(db)) {
    const kind = questionMeaning(definition, "respondent-kind");
    const consent = quotingQuestion(definition);
    if (kind) {
      found.speaker.push({ definitionId, questionId: kind.id });
      const choices = "choices" in kind ? kind.choices : [];
      for (const { value, label } of choices)
        found.speakerLabels.set(value, inLanguage(label, "en"));
    }
    if (consent) found.consent.push({ definitionId, questionId: consent.id });
    for (const question of questionsOf(definition)) {
      const isWritten =
        takesFiles(question) || questionTypeOf(question).prose !== "none";
      if (isWritten && !isIdentifying(question))
        found.questionLabels.set(question.id, inLanguage(question.label, "en"));
    }
  }
  return found;
}
