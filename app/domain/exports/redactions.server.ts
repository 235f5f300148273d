import { approvedRedactionsOf } from "../redaction/approved-redactions.server.ts";
import type { RedactionsOf } from "./release.server.ts";

/** What two people agreed must not leave, in each of these responses. */
export const redactionsOf: RedactionsOf = async (db, responseIds) => {
  const approved = await approvedRedactionsOf(db, responseIds);
  return new Map(
    [...approved].map(([responseId, spans]) => [
      responseId,
      spans.map((one) => {
        if ("attachmentId" in one) return one;
        const { answer, ...span } = one;
        return { ...span, answerId: answer };
      }),
    ]),
  );
};
