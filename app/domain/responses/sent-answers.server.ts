import type { Db, Row } from "#app/db/schema.ts";
import type {
  AttachmentForReview,
  AttachmentSummary,
} from "../attachments/attachments.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { askedQuestions, everyQuestion } from "../calls/asked-pages.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import type { Language } from "../calls/languages.ts";
import { labelBeside } from "../calls/repeated-pages.ts";
import { givenApart } from "../calls/question-types/question-type.ts";
import {
  isEvidence,
  isIdentifying,
  type Question,
} from "../calls/question-types/question-types.ts";
import { selectIdentityQuestionIds } from "./identity.queries.server.ts";
import {
  selectAnswersNow,
  selectAnswerValues,
} from "./intake.queries.server.ts";
import type { SentAnswer } from "./responses.ts";

/** What was sent, question by question, for whoever sent it. Identifying answers are told as given, and not what they say. */
export async function selectSentAnswers(
  db: Db,
  response: Row<"responses">,
): Promise<SentAnswer[]> {
  const definition = await findDefinition(db, response.definition_id);
  const answers = await selectAnswersNow(db, response.id);
  const keptApart = new Set(await selectIdentityQuestionIds(db, response.id));
  const values = await selectAnswerValues(db, { id: response.id });
  return sentAnswersOf({
    definition,
    language: response.language,
    lines: new Map(answers.map(({ question_id, text }) => [question_id, text])),
    keptApart,
    files: await selectAttachmentsForReview(db, response.id),
    values,
    asked: askedOf(definition, { values, keptApart }),
  });
}

type Sent = {
  definition: CallDefinition;
  language: Language;
  /** What was answered: it names the items of what was asked again. */
  values: Answers;
  /** The frozen text of each answer, by its question's id. */
  lines: ReadonlyMap<string, string>;
  /** Questions whose answers stand apart. */
  keptApart: ReadonlySet<string>;
  files: AttachmentForReview[];
  /** Questions that are shown though nothing was answered. */
  asked?: ReadonlySet<string>;
};

/** The same of what is at hand. What stands is shown, also where the answer that asked for it was taken back. */
export function sentAnswersOf(sent: Sent): SentAnswer[] {
  const { definition, language, values, lines, keptApart, files, asked } = sent;
  const filesOf = (id: string) =>
    files.filter(({ questionId }) => questionId === id);
  const isShown = ({ id }: Question) =>
    asked?.has(id) ||
    lines.has(id) ||
    keptApart.has(id) ||
    filesOf(id).length > 0;
  return everyQuestion(definition, values)
    .filter(({ question }) => isShown(question))
    .map(({ page, question }) => ({
      pageId: page.id,
      questionId: question.id,
      label: labelBeside({ page, question }, language),
      line: lines.get(question.id),
      isKeptApart: isIdentifying(question) && keptApart.has(question.id),
      isEvidence: isEvidence(question),
      files: filesOf(question.id).map(toSummary),
    }));
}

function askedOf(
  definition: CallDefinition,
  given: { values: Answers; keptApart: ReadonlySet<string> },
): ReadonlySet<string> {
  const apart = [...given.keptApart].map((id) => [id, givenApart] as const);
  const answers = { ...given.values, ...Object.fromEntries(apart) };
  const asked = askedQuestions(definition, answers);
  return new Set(asked.map(({ question }) => question.id));
}

/** What staff know of a file besides is not the sender's to read here. */
function toSummary(file: AttachmentForReview): AttachmentSummary {
  const { publicId, name, byteSize, typeLabel, sha256, about } = file;
  return { publicId, name, byteSize, typeLabel, sha256, about };
}
