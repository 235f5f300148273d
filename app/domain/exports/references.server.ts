import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { EvidenceItem } from "../calls/evidence-items/evidence-item.ts";
import type { ReferenceFormat } from "../evidence/write-references.ts";
import { openResponse } from "../responses/readings.server.ts";
import { selectSentEvidence } from "../responses/sent-evidence.server.ts";
import { readFormMeanings } from "../tagging/form-meanings.server.ts";
import { LeftOut } from "./left-out.ts";
import {
  type RedactionsOf,
  type Released,
  releaseResponses,
} from "./release.server.ts";

/**
 * The evidence that came with a response which may leave, by question. Of an
 * answer in which something is redacted none leaves: its parts were not looked through.
 */
export async function releaseReferences(
  db: Db,
  response: Released,
  leftOut: LeftOut,
): Promise<{ questionId: string; items: EvidenceItem[] }[]> {
  const { answers } = response;
  const evidence = await selectSentEvidence(db, response);
  return evidence.filter(({ questionId }) => {
    const answer = answers.find((one) => one.questionId === questionId);
    if (answer && answer.places > 0)
      leftOut.leaveBesideRedactions(`answer ${answer.answerId}`);
    return answer?.places === 0;
  });
}

type Export = {
  reference: string;
  questionId: string;
  format: ReferenceFormat;
  staff: StaffMember;
  now: Date;
  redactionsOf: RedactionsOf;
};

export type Exported =
  | { ok: true; items: EvidenceItem[] }
  /** No such response for this person, or no evidence in that answer that may leave. */
  | { ok: false; reason: "not-found" }
  /** Its sender took it back. */
  | { ok: false; reason: "closed" }
  /** Somebody may be at risk: nothing of it leaves the portal meanwhile. */
  | { ok: false; reason: "frozen" };

/** The evidence of an answer, for a member of staff to take out; it is written down that they did. */
export async function exportReferences(
  db: Db,
  { reference, questionId, format, staff, now, redactionsOf }: Export,
): Promise<Exported> {
  const response = await openResponse(db, { reference, staff, now });
  if (!response) return { ok: false, reason: "not-found" };
  if (response.isClosed) return { ok: false, reason: "closed" };
  if (response.isFlagged) return { ok: false, reason: "frozen" };
  const leftOut = new LeftOut();
  const meanings = await readFormMeanings(db);
  const release = {
    ...{ kind: "analysis" as const, viewer: staff, meanings, leftOut },
    ...{ redactionsOf, markOf: (reason: string) => reason },
  };
  const ids = [response.responseId];
  const [released] = await releaseResponses(db, release, ids);
  const evidence = released
    ? await releaseReferences(db, released, leftOut)
    : [];
  const found = evidence.find((one) => one.questionId === questionId);
  if (!found) return { ok: false, reason: "not-found" };
  const { items } = found;
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: staff.staffId },
      subject: { kind: "response", id: response.responseId },
      type: "response.references-exported",
      details: { questionId, format, count: items.length },
    }),
  );
  return { ok: true, items };
}
