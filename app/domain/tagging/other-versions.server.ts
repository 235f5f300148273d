import type { Db } from "#app/db/schema.ts";
import { selectTakenBackFiles } from "../attachments/taken-back-files.server.ts";
import { findDefinition } from "../calls/definitions.server.ts";
import { hasOpened } from "../responses/closed-responses.server.ts";
import { readQuestionLabels } from "../responses/review.server.ts";
import {
  readTakenBackAnswers,
  selectTakenBack,
} from "../responses/taken-back.server.ts";
import type { TakenBack } from "../responses/taken-back.ts";
import { readEarlierAnswers } from "../responses/versions-read.server.ts";
import type { Withheld } from "../responses/withheld-words.server.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { countPassagesTakenBack } from "./closed-passages.server.ts";
import type { ResponseForReading, TakenBackForReading } from "./reading.ts";
import type { Tagger } from "./tags.ts";

type Parts = { responseId: number; parts: TakenBack[] };
type Request = { response: VisibleResponse; reader: Tagger; now: Date };

/** The places of a response's page where its sender changed something or took it back. What it said is not even looked for until its reader has said why. */
export async function readOtherVersions(
  db: Db,
  { response, reader, now }: Request,
  withheld: Withheld,
): Promise<
  Pick<ResponseForReading, "former" | "takenBack" | "passagesTakenBack">
> {
  const { responseId, definitionId, answersVersion } = response;
  const nothing = { former: [], takenBack: [], passagesTakenBack: 0 };
  if (answersVersion === 1) return nothing;
  const parts = await selectTakenBack(db, responseId);
  const stands = { id: responseId, current_version: answersVersion };
  const earlier = await readEarlierAnswers(db, stands);
  const former = earlier.filter(({ isTakenBack }) => !isTakenBack);
  const definition = await findDefinition(db, definitionId);
  const besides = [...parts, ...former].map(({ questionId }) => questionId);
  const of = { ...response, besides };
  const labels = await readQuestionLabels(db, definition, of);
  const { staffId } = reader;
  const opened = (await hasOpened(db, { responseId, staffId, now }))
    ? await openParts(db, { responseId, parts }, withheld)
    : undefined;
  const labelOf = (id: string) => labels.get(id) ?? id;
  return {
    former: former.map(({ answerId, questionId, version, text }) => ({
      questionLabel: labelOf(questionId),
      ...{ version, text: withheld.hide(answerId, text) },
    })),
    takenBack: parts.map((part) => ({
      questionLabel: labelOf(part.questionId),
      at: part.at,
      isFile: part.attachmentId !== undefined,
      opened: opened?.(part),
    })),
    passagesTakenBack: await countPassagesTakenBack(db, responseId),
  };
}

type Opened = TakenBackForReading["opened"];

async function openParts(
  db: Db,
  { responseId, parts }: Parts,
  withheld: Withheld,
) {
  const answers = await readTakenBackAnswers(db, responseId, withheld);
  const files = (await selectTakenBackFiles(db, responseId)).map(
    withheld.hideFile,
  );
  const alone = new Set(parts.map(({ attachmentId }) => attachmentId));
  return ({ questionId, attachmentId }: TakenBack): Opened => {
    const found = files.filter((file) =>
      attachmentId === undefined
        ? file.questionId === questionId && !alone.has(file.id)
        : file.id === attachmentId,
    );
    return {
      words: attachmentId === undefined ? (answers.get(questionId) ?? []) : [],
      files: found.map(({ publicId, name }) => ({ publicId, name })),
    };
  };
}
