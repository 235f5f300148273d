import type { Db } from "#app/db/schema.ts";
import { changeOwnResponse } from "./changes.server.ts";
import { findOwnRow } from "./own-responses.server.ts";

/**
 * Takes a response back, for whoever sent it: from now on nobody of the team
 * works on it, it is out of the queue, the counts and the search, and what it
 * says is closed. What was written about it, and that there was one, stays.
 *
 * @returns `wasWithdrawn` where that was done before; nothing is changed then.
 */
export async function withdrawOwnResponse(
  db: Db,
  { responseId, now }: { responseId: number; now: Date },
): Promise<{ wasWithdrawn: boolean }> {
  return db.transaction().execute(async (trx) => {
    const response = await findOwnRow(trx, responseId);
    const from = response.state;
    if (from === "withdrawn") return { wasWithdrawn: true };
    const changed = await changeOwnResponse(trx, {
      responseId,
      rowVersion: response.row_version,
      set: { state: "withdrawn", endsClaim: true },
      events: [{ type: "response.withdrawn-by-sender", details: { from } }],
      now,
    });
    if (!changed.ok)
      throw new Error("The response changed inside the transaction");
    return { wasWithdrawn: false };
  });
}
