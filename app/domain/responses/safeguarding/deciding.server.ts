import type {
  CaseAnswer,
  CaseEnding,
  CaseOutcome,
} from "#app/db/column-values.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { changeResponse } from "../changes.server.ts";
import type { Viewer } from "../visible-responses.ts";
import type { Proposal } from "./cases.ts";
import { updateCase } from "./cases.queries.server.ts";
import { findOpenCase, recordStep } from "./handling.server.ts";
import { readProposals } from "./reading-cases.server.ts";
import { insertProposal, updateProposal } from "./steps.queries.server.ts";

type Decision = {
  responseId: number;
  /** Why: a second person, and whoever asks later, understands it by them. */
  words: string;
  actor: Viewer;
  now: Date;
};

type NotDecided = {
  ok: false;
  reason: "not-allowed" | "no-case" | "words-needed";
};

/**
 * The first of the two decisions that close a case: what comes of it, and
 * whether its response returns to every list or stays held.
 *
 * @returns `proposed-already` where something waits for an answer.
 */
export async function proposeOutcome(
  db: Db,
  decision: Decision & { outcome: CaseOutcome; ending: CaseEnding },
): Promise<
  { ok: true } | NotDecided | { ok: false; reason: "proposed-already" }
> {
  const { actor, now, outcome, ending } = decision;
  const words = decision.words.trim();
  return db.transaction().execute(async (trx) => {
    const open = await findOpenCase(trx, decision);
    if (!open.ok) return open;
    if (words === "") return { ok: false, reason: "words-needed" };
    if (open.found.isProposed) return { ok: false, reason: "proposed-already" };
    await insertProposal(trx, {
      ...{ case_id: open.found.caseId, outcome, ending, words },
      ...{ proposed_by: actor.staffId, proposed_at: now.toISOString() },
    });
    const type = "response.safeguarding-proposed";
    await recordStep(trx, decision, { type, details: { outcome, ending } });
    return { ok: true };
  });
}

/**
 * The second: another person agrees, which closes the case, or sends it back.
 *
 * @param decision.proposalId what was seen; `changed-meanwhile` where it was
 * answered since, or something else is proposed.
 * @returns `same-person` for whoever proposed it.
 */
export async function answerProposal(
  db: Db,
  decision: Decision & { proposalId: number; answer: CaseAnswer },
): Promise<
  | { ok: true; ending: CaseEnding | undefined }
  | NotDecided
  | { ok: false; reason: "changed-meanwhile" | "same-person" }
> {
  const { actor, now, answer, proposalId } = decision;
  const words = decision.words.trim();
  return db.transaction().execute(async (trx) => {
    const open = await findOpenCase(trx, decision);
    if (!open.ok) return open;
    const { caseId } = open.found;
    const waiting = (await readProposals(trx, caseId)).find(
      (one) => one.answer === undefined,
    );
    if (waiting?.proposalId !== proposalId)
      return { ok: false, reason: "changed-meanwhile" };
    if (waiting.proposedById === actor.staffId)
      return { ok: false, reason: "same-person" };
    if (words === "") return { ok: false, reason: "words-needed" };
    await updateProposal(trx, proposalId, {
      ...{ answer, answer_words: words },
      ...{ answered_by: actor.staffId, answered_at: now.toISOString() },
    });
    if (answer === "sent-back") {
      await recordStep(trx, decision, {
        type: "response.safeguarding-sent-back",
      });
      return { ok: true, ending: undefined };
    }
    await updateCase(trx, caseId, { closed_at: now.toISOString() });
    await endCase(trx, decision, waiting);
    return { ok: true, ending: waiting.ending };
  });
}

async function endCase(
  trx: Trx,
  decision: Decision,
  { outcome, ending }: Proposal,
): Promise<void> {
  const { responseId, actor, now } = decision;
  const details = { outcome };
  if (ending === "hold") {
    const type = "response.safeguarding-held";
    await recordStep(trx, decision, { type, details });
    return;
  }
  await changeResponse(trx, {
    responseId,
    set: { isFlagged: false },
    events: [{ type: "response.safeguarding-lowered", details }],
    actor,
    now,
  });
}
