import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { EvidenceItem } from "../calls/evidence-items/evidence-item.ts";
import { openResponse } from "../responses/readings.server.ts";
import { selectSentEvidence } from "../responses/sent-evidence.server.ts";
import type { ReferenceFormat } from "./write-references.ts";

type Export = {
  reference: string;
  questionId: string;
  format: ReferenceFormat;
  staff: StaffMember;
  now: Date;
};

export type Exported =
  | { ok: true; items: EvidenceItem[] }
  /** No such response for this person, or no evidence in that answer. */
  | { ok: false; reason: "not-found" }
  /** Its sender took it back. */
  | { ok: false; reason: "closed" }
  /** Somebody may be at risk: nothing of it leaves the portal meanwhile. */
  | { ok: false; reason: "frozen" };

/** The evidence of an answer, for a member of staff to take out; it is written down that they did. */
export async function exportReferences(
  db: Db,
  { reference, questionId, format, staff, now }: Export,
): Promise<Exported> {
  const response = await openResponse(db, { reference, staff, now });
  if (!response) return { ok: false, reason: "not-found" };
  if (response.isClosed) return { ok: false, reason: "closed" };
  if (response.isFlagged) return { ok: false, reason: "frozen" };
  const evidence = await selectSentEvidence(db, response);
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
