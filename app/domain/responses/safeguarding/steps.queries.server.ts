import type { CaseAnswer } from "#app/db/column-values.ts";
import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function insertPassing(
  trx: Trx,
  row: NewRow<"safeguarding_passings">,
): Promise<void> {
  await trx.insertInto("safeguarding_passings").values(row).execute();
}

/** In the order in which they were written down. */
export async function selectPassings(db: Db, caseId: number) {
  return db
    .selectFrom("safeguarding_passings")
    .innerJoin("staff", "staff.id", "safeguarding_passings.recorded_by")
    .select([
      "passed_to as passedTo",
      "passed_on as passedOn",
      "way",
      "reason",
      "staff.name as recordedBy",
      "recorded_at as recordedAt",
    ])
    .where("case_id", "=", caseId)
    .orderBy("safeguarding_passings.id")
    .execute();
}

export async function insertProposal(
  trx: Trx,
  row: NewRow<"safeguarding_proposals">,
): Promise<void> {
  await trx.insertInto("safeguarding_proposals").values(row).execute();
}

export async function selectProposals(db: Db, caseId: number) {
  return db
    .selectFrom("safeguarding_proposals as proposals")
    .innerJoin("staff as proposer", "proposer.id", "proposals.proposed_by")
    .leftJoin("staff as answerer", "answerer.id", "proposals.answered_by")
    .select([
      "proposals.id as proposalId",
      "proposals.outcome",
      "proposals.ending",
      "proposals.words",
      "proposals.proposed_by as proposedById",
      "proposer.name as proposedBy",
      "proposals.proposed_at as proposedAt",
      "proposals.answer",
      "proposals.answer_words as answerWords",
      "answerer.name as answeredBy",
      "proposals.answered_at as answeredAt",
    ])
    .where("proposals.case_id", "=", caseId)
    .orderBy("proposals.id")
    .execute();
}

export async function updateProposal(
  trx: Trx,
  proposalId: number,
  set: {
    answer: CaseAnswer;
    answer_words: string;
    answered_by: string;
    answered_at: string;
  },
): Promise<void> {
  await trx
    .updateTable("safeguarding_proposals")
    .set(set)
    .where("id", "=", proposalId)
    .execute();
}
