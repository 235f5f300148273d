import type { Readable } from "node:stream";
import type { Db } from "#app/db/schema.ts";
import {
  addAttachmentToResponse,
  type AddOutcome,
  type NewAttachment,
} from "../attachments/attach-to-response.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { SentAttachment } from "../attachments/attachments.ts";
import { findSentAttachment } from "../attachments/attachments.server.ts";
import { findFileCopy } from "../attachments/copies.server.ts";
import {
  AttachmentStoreError,
  type ByteRange,
  type StoredFile,
  type StoreProblem,
} from "../attachments/stored-files.ts";
import { nameOfCopy } from "../files/file-names.ts";
import { isReasonToHold } from "../files/findings.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { hasOpened, isClosedTo } from "./closed-responses.server.ts";
import { recordReadingOfFrozen } from "./readings.server.ts";
import type { ResponseState } from "./responses.ts";
import { addToAttachmentCount } from "./changes.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";
import { withheldFrom } from "./withheld-words.server.ts";
import { selectVisibleByIds } from "./visible-responses.queries.server.ts";

/** Without its name where it is withheld from its viewer. */
export type FileForStaff = SentAttachment & {
  isWithheld: boolean;
  reference: string;
  state: ResponseState;
};

/** What is handed out: the file as it came, or its copy without hidden data. */
export type FilePart = "original" | "copy";

export type HandedOut = StoredFile & { name: string; mediaType: string };

export type OpenOutcome =
  | {
      ok: true;
      attachment: FileForStaff;
      handedOut: HandedOut;
      range: ByteRange | undefined;
      bytes: Readable;
    }
  | { ok: false; reason: "not-found" }
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
    }
  /**
   * `withheld`: two people agreed that it is for those who may see originals.
   * `closed`: its sender took the response or the file back, and the viewer has not said why they have to read it.
   */
  | {
      ok: false;
      reason: "withheld" | "infected" | "not-scanned" | "closed";
      attachment: FileForStaff;
    };

/** A file that came with a response which the viewer sees; files of drafts are not staff's to open. */
export async function findFileForStaff(
  db: Db,
  { publicId, viewer }: { publicId: string; viewer: Viewer },
): Promise<FileForStaff | undefined> {
  const attachment = await findSentAttachment(db, publicId);
  if (!attachment) return undefined;
  const ids = [attachment.responseId];
  const [response] = await selectVisibleByIds(db, viewer, ids);
  if (!response) return undefined;
  const { reference, state } = response;
  const withheld = await withheldFrom(db, viewer, ids);
  return { ...withheld.hideFile(attachment), reference, state };
}

type FileOpening = {
  publicId: string;
  part?: FilePart;
  viewer: Viewer;
  isUnscannedAccepted: boolean;
  /** The part that is wanted, asked when the file is known; all of it where there is none. */
  rangeOf?: (file: HandedOut) => ByteRange | "beyond" | undefined;
  now: Date;
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
  opening: FileOpening,
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

type Judged =
  | {
      ok: true;
      attachment: FileForStaff;
      handedOut: HandedOut;
      isClean: boolean;
    }
  | Exclude<OpenOutcome, { ok: true }>;

async function judgeOpening(db: Db, opening: FileOpening): Promise<Judged> {
  const attachment = await findFileForStaff(db, opening);
  const handedOut = attachment && (await findPart(db, attachment, opening));
  if (!handedOut) return { ok: false, reason: "not-found" };
  const { scanState } = attachment;
  const { viewer, now } = opening;
  const reader = { staffId: viewer.staffId, now };
  const { responseId } = attachment;
  if (attachment.isWithheld)
    return { ok: false, reason: "withheld", attachment };
  const isClosed = attachment.isTakenBack
    ? !(await hasOpened(db, { responseId, ...reader }))
    : await isClosedTo(db, attachment, reader);
  if (isClosed) return { ok: false, reason: "closed", attachment };
  if (scanState === "infected")
    return { ok: false, reason: "infected", attachment };
  const isDrawnAnew =
    opening.part === "copy" && handedOut.mediaType.startsWith("image/");
  const isClean =
    scanState === "clean" && !attachment.flags.some(isReasonToHold);
  return isClean || isDrawnAnew || opening.isUnscannedAccepted
    ? { ok: true, attachment, handedOut, isClean: isClean || isDrawnAnew }
    : { ok: false, reason: "not-scanned", attachment };
}

async function findPart(
  db: Db,
  attachment: FileForStaff,
  { part }: FileOpening,
): Promise<HandedOut | undefined> {
  if (part !== "copy") return attachment;
  const copy = await findFileCopy(db, attachment.id);
  if (copy?.state !== "made") return undefined;
  return { ...copy, name: nameOfCopy(attachment.name, copy.mediaType) };
}

function problemOf(error: unknown): StoreProblem {
  if (error instanceof AttachmentStoreError) return error.reason;
  throw error;
}

async function recordOpening(db: Db, opening: FileOpening): Promise<Judged> {
  return db.transaction().execute(async (trx) => {
    const judged = await judgeOpening(trx, opening);
    if (!judged.ok) return judged;
    const { attachment, isClean } = judged;
    await recordEvent(trx, {
      at: opening.now,
      actor: { kind: "staff", staffId: opening.viewer.staffId },
      subject: { kind: "attachment", id: attachment.id },
      type: openingEvent(opening, isClean),
      details: { responseId: attachment.responseId },
    });
    const { responseId } = attachment;
    const { viewer, now } = opening;
    const { staffId } = viewer;
    await recordReadingOfFrozen(trx, { responseId, staffId, now });
    return judged;
  });
}

function openingEvent({ part }: FileOpening, isClean: boolean): string {
  if (!isClean) return "attachment.opened-unscanned";
  return part === "copy" ? "attachment.copy-opened" : "attachment.downloaded";
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
