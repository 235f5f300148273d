import type { Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { OffsetRange } from "./passages.ts";
import type { Tagger } from "./tags.ts";

/** Where a passage stands, and under which tag. */
export type TaggedPlace = OffsetRange & {
  answerId: number | null;
  attachmentId: number | null;
  tagId: number;
};

/** Offsets and ids, never the quote: the log outlives what people withdraw. */
export async function recordPassageEvent(
  trx: Trx,
  event: TaggedPlace & {
    type: "passage.tagged" | "passage.removed";
    passageId: number;
    responseId: number;
    actor: Tagger;
    now: Date;
    /** The project of another program that it came with, or went with. */
    projectFileId?: number | undefined;
  },
) {
  await recordEvent(trx, {
    at: event.now,
    actor: { kind: "staff", staffId: event.actor.staffId },
    subject: { kind: "response", id: event.responseId },
    type: event.type,
    details: {
      passageId: event.passageId,
      tagId: event.tagId,
      answerId: event.answerId,
      attachmentId: event.attachmentId,
      startOffset: event.startOffset,
      endOffset: event.endOffset,
      ...(event.projectFileId !== undefined && {
        projectFileId: event.projectFileId,
      }),
    },
  });
}
