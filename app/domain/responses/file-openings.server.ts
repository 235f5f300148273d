import type { Db, Trx } from "#app/db/schema.ts";
import type { SentAttachment } from "../attachments/attachments.ts";
import { findSentAttachment } from "../attachments/attachments.server.ts";
import { findFileCopy } from "../attachments/copies.server.ts";
import {
  AttachmentStoreError,
  type StoredFile,
  type StoreProblem,
} from "../attachments/stored-files.ts";
import { nameOfCopy } from "../files/file-names.ts";
import { isReasonToHold } from "../files/findings.ts";
import { recordEvent, selectEvents } from "../audit/audit.server.ts";
import { hasOpened, isClosedTo } from "./closed-responses.server.ts";
import { recordReadingOfFrozen } from "./readings.server.ts";
import type { ResponseState } from "./responses.ts";
import { claimMinutes } from "./triage-states.ts";
import type { Viewer } from "./visible-responses.ts";
import { withheldFrom } from "./withheld-words.server.ts";
import { selectVisibleByIds } from "./visible-responses.queries.server.ts";

/** Without its name where it is withheld from its viewer. */
export type FileForStaff = SentAttachment & {
  isWithheld: boolean;
  reference: string;
  state: ResponseState;
};

/** What is handed out: the file as it came, its copy without hidden data, or pictures of its pages. */
export type FilePart = "original" | "copy" | "pages";

export type HandedOut = StoredFile & { name: string; mediaType: string };

/**
 * `withheld`: two people agreed that it is for those who may see originals.
 * `closed`: its sender took the response or the file back, and the viewer has not said why they have to read it.
 */
export type NotOpened =
  | { ok: false; reason: "not-found" }
  | {
      ok: false;
      reason: "withheld" | "infected" | "not-scanned" | "closed";
      attachment: FileForStaff;
    };

export type FileOpening = {
  publicId: string;
  part?: FilePart;
  viewer: Viewer;
  isUnscannedAccepted: boolean;
  now: Date;
};

type Judged =
  | {
      ok: true;
      attachment: FileForStaff;
      handedOut: HandedOut;
      isClean: boolean;
    }
  | NotOpened;

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

/** Whether somebody may have a part of a file, as things are now. */
export async function judgeOpening(
  db: Db,
  opening: FileOpening,
): Promise<Judged> {
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
    opening.part === "pages" ||
    (opening.part === "copy" && handedOut.mediaType.startsWith("image/"));
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

export function problemOf(error: unknown): StoreProblem {
  if (error instanceof AttachmentStoreError) return error.reason;
  throw error;
}

/** Judges again, in the transaction in which it is written down that they have it. */
export async function recordOpening(
  db: Db,
  opening: FileOpening,
): Promise<Judged> {
  return db.transaction().execute(async (trx) => {
    const judged = await judgeOpening(trx, opening);
    if (!judged.ok) return judged;
    const { id, responseId } = judged.attachment;
    const { viewer, now } = opening;
    const { staffId } = viewer;
    const event = {
      subject: { kind: "attachment" as const, id },
      type: openingEvent(opening, judged.isClean),
    };
    if (!(await isSameSitting(trx, opening, event)))
      await recordEvent(trx, {
        ...event,
        at: now,
        actor: { kind: "staff", staffId },
        details: { responseId },
      });
    await recordReadingOfFrozen(trx, { responseId, staffId, now });
    return judged;
  });
}

/** One screen asks for each page of a file: that is one opening, and leaves one line. */
async function isSameSitting(
  trx: Trx,
  { part, viewer, now }: FileOpening,
  {
    subject,
    type,
  }: { subject: { kind: "attachment"; id: number }; type: string },
): Promise<boolean> {
  if (part !== "pages") return false;
  const since = new Date(now.getTime() - claimMinutes * 60_000);
  const { staffId } = viewer;
  const sought = { subject, types: [type], staffId, since };
  return (await selectEvents(trx, sought)).length > 0;
}

function openingEvent(
  { part = "original" }: FileOpening,
  isClean: boolean,
): string {
  if (!isClean) return "attachment.opened-unscanned";
  return openingEvents[part];
}

const openingEvents: Record<FilePart, string> = {
  original: "attachment.downloaded",
  copy: "attachment.copy-opened",
  pages: "attachment.pages-opened",
};
