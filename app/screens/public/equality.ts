import { formPlaceAddress } from "#app/addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { EqualityQuestion } from "#app/domain/calls/equality.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type { SentDraft } from "#app/domain/drafts/sent-drafts.server.ts";
import { describeCare } from "./care.ts";

/** The name of a question's field: no other field of the form has it. */
export function equalityField(questionId: string): string {
  return `about-${questionId}`;
}

/** What is chosen of one question at the most. */
export const mostEqualityValues = 60;

type Described = { call: Call; sent: Pick<SentDraft, "publicId" | "language"> };

/** What is said before the equality questions, and where they and the way past them are. */
export function describeEquality({ call, sent }: Described) {
  const { language, publicId } = sent;
  const { definition, slug } = call;
  const answer = { slug, draft: publicId };
  return {
    language,
    callSlug: slug,
    draftMark: publicId,
    callTitle: inLanguage(definition.title, language),
    why: definition.equality && inLanguage(definition.equality.why, language),
    ownPath: formPlaceAddress(answer, "equality"),
    questionsPath: formPlaceAddress(answer, "equality/questions"),
    care: describeCare(definition, language),
  };
}

export type AskedEqualityQuestion = ReturnType<typeof describeQuestion>;

/** The equality questions in order; those of a second step stand under the choice they belong to. */
export function describeEqualityQuestions(
  { definition }: Pick<Call, "definition">,
  language: Language,
) {
  const questions = definition.equality?.questions ?? [];
  return questions
    .filter(({ under }) => !under)
    .map((question) => ({
      ...describeQuestion(question, language),
      under: questions
        .filter(({ under }) => under?.question === question.id)
        .map((one) => ({
          choice: one.under?.choice ?? "",
          ...describeQuestion(one, language),
        })),
    }));
}

function describeQuestion(question: EqualityQuestion, language: Language) {
  const { id, several = false, label, hint, choices } = question;
  return {
    id,
    name: equalityField(id),
    takesSeveral: several,
    label: inLanguage(label, language),
    hint: hint && inLanguage(hint, language),
    choices: choices.map((choice) => ({
      value: choice.value,
      label: inLanguage(choice.label, language),
      hint: choice.hint && inLanguage(choice.hint, language),
    })),
  };
}
