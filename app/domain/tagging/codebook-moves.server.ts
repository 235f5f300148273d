import { createHash } from "node:crypto";
import type { Trx } from "#app/db/schema.ts";
import { formerSchema } from "./former-taggings.ts";
import type { z } from "zod";
import {
  deletePassages,
  deleteWholes,
  insertMoves,
  retagPassages,
  retagWholes,
  updateMemo,
} from "./codebook-moves.queries.server.ts";
import type { MovePlan, MovingPassage } from "./move-plan.ts";

/** What one statement takes on either engine, with room. */
const inStatement = 500;

type Between = { changeId: number; fromTagId: number; toTagId: number };

/** Carries a plan out, and keeps what was where for an undoing. */
export async function carryOut(
  trx: Trx,
  plan: MovePlan,
  between: Between,
): Promise<void> {
  for (const part of inParts(plan.passages)) {
    const publicIds = part.map(({ publicId }) => publicId);
    await keep(trx, between, part);
    await retagPassages(trx, { publicIds, ...between });
  }
  for (const part of inParts(plan.wholes)) {
    const responseIds = part.map(({ responseId }) => responseId);
    await keep(trx, between, part);
    await retagWholes(trx, { responseIds, ...between });
  }
  for (const part of inParts(withMemos(plan.joinedPassages)))
    await joinPassages(trx, between, part);
  for (const part of inParts(plan.joinedWholes)) {
    const responseIds = part.map(({ responseId }) => responseId);
    await keep(
      trx,
      between,
      part.map((one) => ({ ...one, former: one })),
    );
    await deleteWholes(trx, { responseIds, tagId: between.fromTagId });
  }
}

async function joinPassages(
  trx: Trx,
  between: Between,
  part: ReturnType<typeof withMemos>,
) {
  await keep(
    trx,
    between,
    part.map(({ passage, ...joined }) => ({
      ...passage,
      former: { ...passage, ...joined },
    })),
  );
  for (const { into, memoAfter, memoBefore } of part)
    if (memoAfter !== memoBefore) await updateMemo(trx, into, memoAfter);
  const publicIds = part.map(({ passage }) => passage.publicId);
  await deletePassages(trx, publicIds);
}

type Kept = {
  responseId: number;
  /** Of a passage. */
  publicId?: string;
  former?: z.input<typeof formerSchema>;
};

async function keep(trx: Trx, between: Between, items: Kept[]) {
  await insertMoves(
    trx,
    items.map(({ responseId, publicId = "", former }) => ({
      change_id: between.changeId,
      response_id: responseId,
      passage: publicId,
      from_tag_id: between.fromTagId,
      to_tag_id: between.toTagId,
      former: former ? JSON.stringify(formerSchema.parse(former)) : null,
    })),
  );
}

/** Memos are kept together: what two people noted of the same words, one below the other. */
function withMemos(joined: MovePlan["joinedPassages"]) {
  const memos = new Map<string, string>();
  return joined.map(({ passage, into }) => {
    const memoBefore = memos.get(into.publicId) ?? into.memo;
    const memoAfter = joinMemos(memoBefore, passage.memo);
    memos.set(into.publicId, memoAfter);
    return { passage, into: into.publicId, memoBefore, memoAfter };
  });
}

function joinMemos(first: string, second: string): string {
  if (second === "" || first.split("\n\n").includes(second)) return first;
  return first === "" ? second : `${first}\n\n${second}`;
}

/** A list in parts that a statement takes. */
export function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += inStatement)
    parts.push(items.slice(start, start + inStatement));
  return parts;
}

/** What a preview was of, in few letters: any other state of the same tags has others. */
export function sealOf(versions: (number | string)[], plan: MovePlan): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(versions));
  const tell = (passage: MovingPassage) =>
    hash.update(`${passage.publicId} ${passage.memo.length} `);
  plan.passages.forEach(tell);
  for (const { passage, into } of plan.joinedPassages) {
    tell(passage);
    tell(into);
  }
  for (const whole of [...plan.wholes, ...plan.joinedWholes])
    hash.update(`${whole.responseId} `);
  hash.update(`${plan.overlaps} ${plan.joinedWholes.length}`);
  return hash.digest("hex");
}
