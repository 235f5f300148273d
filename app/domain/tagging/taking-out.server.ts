import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { conditionsOf, selectReaderPage } from "./retrieval.server.ts";
import type { ReaderRequest } from "./retrieval.server.ts";
import { countTaggings } from "./retrieval.queries.server.ts";
import type { Evidence, ReaderCounts } from "./retrieval.ts";
import type { TakingReason } from "./taking-out.ts";

export type Taking = Omit<ReaderRequest, "limit"> & { reason: TakingReason };

export type TakenOut = {
  counts: ReaderCounts;
  /** How many may not be quoted, and are not among them. */
  leftOut: number;
  /** In the order of the list. */
  parts: AsyncIterable<Evidence[]>;
};

const rowsInPart = 500;

/**
 * What a filter leaves of a tag's evidence, to be taken out of the portal: only
 * what its sender lets be quoted. It is written down who took it, how much and why.
 */
export async function takeOutEvidence(
  db: Db,
  { reason, ...request }: Taking,
): Promise<TakenOut> {
  const whole = { ...request.filter, after: undefined, before: undefined };
  const { consent } = whole;
  const isPossible = consent === undefined || consent === "yes";
  const filter = { ...whole, consent: "yes" as const };
  const asked = { ...request, filter };
  const all = await countTaggings(
    db,
    conditionsOf({ ...request, filter: whole }),
  );
  const counts = isPossible
    ? await countTaggings(db, conditionsOf(asked))
    : { passages: 0, wholes: 0, responses: 0 };
  const leftOut = all.passages + all.wholes - counts.passages - counts.wholes;
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: request.now,
      actor: { kind: "staff", staffId: request.viewer.staffId },
      subject: { kind: "tag", id: request.tagId },
      type: "tag.passages-taken-out",
      details: { reason, leftOut, ...counts },
    }),
  );
  return {
    counts,
    leftOut,
    parts: isPossible ? partsOf(db, asked) : noParts(),
  };
}

async function* partsOf(db: Db, request: Omit<Taking, "reason">) {
  let { filter } = request;
  for (;;) {
    const limit = rowsInPart;
    const { items } = await selectReaderPage(db, { ...request, filter, limit });
    if (items.length > 0) yield items;
    if (items.length < limit) return;
    filter = { ...filter, after: items.at(-1) };
  }
}

async function* noParts(): AsyncGenerator<Evidence[]> {}
