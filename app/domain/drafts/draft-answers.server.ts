import type { Db } from "#app/db/schema.ts";
import { selectDraftAttachments } from "../attachments/attachments.server.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { findDraftDefinition } from "./asked-again.server.ts";
import {
  type DraftAnswer,
  describeDraftAnswers,
  describeUnaskedAnswers,
  type UnaskedAnswer,
} from "./draft-answers.ts";
import type { Draft } from "./drafts.ts";

export type ReadDraft = {
  definition: CallDefinition;
  answers: DraftAnswer[];
  /** Kept until the draft is sent or deleted, and not sent. */
  unasked: UnaskedAnswer[];
};

/** A draft as its holder reads it over, on the definition it was begun with. */
export async function readDraft(db: Db, draft: Draft): Promise<ReadDraft> {
  const definition = await findDraftDefinition(db, draft);
  const files = await selectDraftAttachments(db, draft.id);
  const held = { definition, answers: draft.answers, files };
  return {
    definition,
    answers: describeDraftAnswers(held, draft.language),
    unasked: describeUnaskedAnswers(held, draft.language),
  };
}
