import type { Row, Trx } from "#app/db/schema.ts";
import { closeFiles } from "../attachments/taken-back-files.server.ts";
import type { Answers, CallDefinition } from "../calls/definition.ts";
import type { QuestionMessages } from "../calls/question-types/question-type.ts";
import { freezeAnswers } from "../responses/frozen-answers.ts";
import { replaceIdentities } from "../responses/identity.server.ts";
import { closeAnswer } from "../responses/taken-back.server.ts";
import { answerTakenBack, tookBackAlongside } from "../responses/taken-back.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { makeVersion } from "../responses/versions.server.ts";
import { answerChanged, entryCorrected } from "./answer-changes.ts";

export type WrittenChange = {
  response: Row<"responses">;
  definition: CallDefinition;
  questionId: string;
  /** Its answer, with those that are changed with it. Undefined is one that was emptied: it is taken back then. */
  changed: Answers;
  leaving: string[];
  returning: Answers;
  messages: QuestionMessages;
  now: Date;
  /** Of the team, who corrects what was keyed in; left out, it is its sender. */
  by?: Viewer | undefined;
};

/**
 * Writes a change that nothing stands against. What is not asked for any more
 * stays behind; of who somebody is it is deleted, and files are closed, for they
 * cannot come back by themselves.
 */
export async function writeChangedAnswer(
  trx: Trx,
  change: WrittenChange,
): Promise<number> {
  const { response, questionId, changed, leaving, now } = change;
  const { id: responseId, language } = response;
  const at = now;
  const given = { ...change.returning, ...changed };
  const frozen = freezeAnswers(
    change.definition,
    given,
    language,
    change.messages.evidence,
  );
  const tookBack = await closeEmptied(trx, { responseId, changed, at });
  const replaced = [...Object.keys(changed), ...leaving];
  await replaceIdentities(trx, { responseId, replaced, ...frozen });
  for (const left of leaving)
    await closeFiles(trx, { responseId, questionId: left, at });
  return makeVersion(trx, {
    response,
    without: replaced,
    answers: frozen.answers,
    event: {
      type: typeOf(change),
      details: {
        questionId,
        ...named("leftOut", leaving),
        ...named(
          tookBackAlongside,
          tookBack.filter((id) => id !== questionId),
        ),
      },
    },
    now,
    by: change.by,
  });
}

function typeOf({ changed, questionId, by }: WrittenChange): string {
  if (by) return entryCorrected;
  return changed[questionId] === undefined ? answerTakenBack : answerChanged;
}

type Emptying = { responseId: number; changed: Answers; at: Date };

/** @returns the questions of which something was there to be closed. */
async function closeEmptied(
  trx: Trx,
  { responseId, changed, at }: Emptying,
): Promise<string[]> {
  const closed: string[] = [];
  for (const [questionId, value] of Object.entries(changed)) {
    if (value !== undefined) continue;
    const { isFound } = await closeAnswer(trx, { responseId, questionId, at });
    if (isFound) closed.push(questionId);
  }
  return closed;
}

function named(name: string, questionIds: string[]) {
  return questionIds.length > 0 ? { [name]: questionIds } : {};
}
