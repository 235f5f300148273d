import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  countEvidence,
  type ReaderRequest,
  selectReaderPage,
} from "../tagging/retrieval.server.ts";
import type { Evidence } from "../tagging/retrieval.ts";
import type { ExportReason } from "./exports.ts";
import { type Releasing, releaseEvidence } from "./release-evidence.server.ts";

type Taking = Omit<ReaderRequest, "limit"> & {
  reason: ExportReason;
} & Pick<Releasing, "redactionsOf" | "markOf">;

export type TakenOut = {
  /** How much the filter leaves, whether it may leave or not. */
  total: number;
  /** In the order of the list. */
  parts: AsyncIterable<Evidence[]>;
};

const rowsInPart = 500;

/**
 * What a filter leaves of a tag's evidence, to be taken out of the portal: only
 * what its sender lets be quoted, and what may leave at all. It is written down
 * who took it, how much and why.
 */
export async function takeOutEvidence(
  db: Db,
  { reason, ...request }: Taking,
): Promise<TakenOut> {
  const whole = { ...request.filter, after: undefined, before: undefined };
  const { consent } = whole;
  const isPossible = consent === undefined || consent === "yes";
  const filter = { ...whole, consent: "yes" as const };
  const all = await countEvidence(db, { ...request, filter: whole });
  const counts = isPossible
    ? await countEvidence(db, { ...request, filter })
    : { passages: 0, wholes: 0, responses: 0 };
  const total = all.passages + all.wholes;
  const leftOut = total - counts.passages - counts.wholes;
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
    total,
    parts: isPossible ? partsOf(db, { ...request, filter }) : noParts(),
  };
}

async function* partsOf(db: Db, request: Omit<Taking, "reason">) {
  let { filter } = request;
  const { viewer, choices, redactionsOf, markOf } = request;
  const { meanings } = choices;
  const releasing = { viewer, meanings, redactionsOf, markOf };
  for (;;) {
    const limit = rowsInPart;
    const { items } = await selectReaderPage(db, { ...request, filter, limit });
    if (items.length > 0)
      yield await releaseEvidence(db, { kind: "quoting", ...releasing }, items);
    if (items.length < limit) return;
    filter = { ...filter, after: items.at(-1) };
  }
}

async function* noParts(): AsyncGenerator<Evidence[]> {}
