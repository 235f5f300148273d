import type { Readable } from "node:stream";
import type { Db } from "#app/db/schema.ts";
import {
  addAttachmentToResponse,
  type AddOutcome,
  type NewAttachment,
} from "../attachments/attach-to-response.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { ByteRange, StoreProblem } from "../attachments/stored-files.ts";
import { addToAttachmentCount } from "./changes.queries.server.ts";
import {
  type FileForStaff,
  type FileOpening,
  type FilePart,
  type HandedOut,
  judgeOpening,
  type NotOpened,
  problemOf,
  recordOpening,
} from "./file-openings.server.ts";

export { type FileForStaff, findFileForStaff } from "./file-openings.server.ts";

export type OpenOutcome =
  | {
      ok: true;
      attachment: FileForStaff;
      handedOut: HandedOut;
      range: ByteRange | undefined;
      bytes: Readable;
    }
  | NotOpened
  | {
      ok: false;
      reason: StoreProblem;
      attachment: FileForStaff;
    }
  | {
      ok: false;
      reason: "beyond";
      attachment: FileForStaff;
      /** Of what was asked for. */
      byteSize: number;
    };

type PartOpening = FileOpening & {
  part?: Exclude<FilePart, "pages">;
  /** The part that is wanted, asked when the file is known; all of it where there is none. */
  rangeOf?: (file: HandedOut) => ByteRange | "beyond" | undefined;
};

/**
 * Lets a member of staff have a file's bytes, and writes down that they did. A
 * clean file opens; one that was not scanned, not checked yet, or would not have been taken, opens
 * only where they have said that they accept that; an infected one never does.
 * A copy that was drawn anew from a picture's pixels can carry nothing and opens without being asked for.
 * The bytes are there before it is written down, and whoever gets them ends their reading.
 */
export async function openFileForStaff(
  db: Db,
  store: AttachmentStore,
  opening: PartOpening,
): Promise<OpenOutcome> {
  const asked = await judgeOpening(db, opening);
  if (!asked.ok) return asked;
  const { attachment, handedOut } = asked;
  const range = opening.rangeOf?.(handedOut);
  if (range === "beyond") {
    const { byteSize } = handedOut;
    return { ok: false, reason: "beyond", attachment, byteSize };
  }
  const opened = await store.open(handedOut, range).catch(problemOf);
  if (typeof opened === "string")
    return { ok: false, reason: opened, attachment };
  try {
    // It may have been scanned, or taken back, while its bytes were fetched.
    const recorded = await recordOpening(db, opening);
    if (recorded.ok) return { ...recorded, range, bytes: opened };
    opened.destroy();
    return recorded;
  } catch (error) {
    opened.destroy();
    throw error;
  }
}

/** Adds a file that came by another way than a form to a response that is there already, and counts it. */
export async function addFileToResponse(
  db: Db,
  store: AttachmentStore,
  add: Omit<NewAttachment, "countFile">,
): Promise<AddOutcome> {
  const countFile = addToAttachmentCount;
  return addAttachmentToResponse(db, store, { ...add, countFile });
}
