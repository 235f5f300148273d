import type { Trx } from "#app/db/schema.ts";
import { recordEvents } from "../audit/audit.server.ts";
import type { OffsetRange } from "../tagging/passages.ts";
import type { RedactionReason } from "./redactions.ts";

export type RedactionEvent =
  | "redaction.proposed"
  | "redaction.approved"
  | "redaction.refused"
  | "redaction.taken-back";

type Told = OffsetRange & {
  redactionId: number;
  answerId: number | null;
  attachmentId: number | null;
  reason: RedactionReason;
};

/** Where the words stand or which file it is, and why, never what they say: an event for each. */
export async function recordRedactionEvents(
  trx: Trx,
  events: {
    type: RedactionEvent;
    responseId: number;
    staffId: string;
    now: Date;
    redactions: Told[];
  },
): Promise<void> {
  const { type, responseId, staffId, now } = events;
  await recordEvents(
    trx,
    events.redactions.map(
      ({ redactionId, reason, attachmentId, ...place }) => ({
        at: now,
        actor: { kind: "staff", staffId },
        subject: { kind: "response", id: responseId },
        type,
        details: {
          ...{ redactionId, reason },
          ...(attachmentId === null ? placeOf(place) : { attachmentId }),
        },
      }),
    ),
  );
}

const placeOf = ({
  answerId,
  startOffset,
  endOffset,
}: Pick<Told, "answerId" | "startOffset" | "endOffset">) => ({
  ...{ answerId, startOffset, endOffset },
});
