import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "../../accounts/accounts.ts";
import type { AttachmentStore } from "../../attachments/attachment-store.server.ts";
import type { AttachmentRefusal } from "../../attachments/attachments.ts";
import { recordEvent } from "../../audit/audit.server.ts";
import type { CallDefinition } from "../../calls/definition.ts";
import type { Scanner } from "../../files/scan-file.server.ts";
import { keepFilesOfEntry } from "../scans.server.ts";
import { unpackBytes } from "../../files/packed-bytes.server.ts";
import { readFilesOfEmail } from "./read-emails.server.ts";
import type { ReceivedEmail } from "./received-emails.ts";
import { readEmail } from "./received-emails.server.ts";
import {
  selectEmailOfResponse,
  selectPieces,
} from "./received-emails.queries.server.ts";

/** The email that a response was keyed in from; undefined where it was none. */
export async function findEmailOfResponse(
  db: Db,
  responseId: number,
): Promise<ReceivedEmail | undefined> {
  const row = await selectEmailOfResponse(db, responseId);
  return row && readEmail(row);
}

/**
 * Puts the files of an email beside the words that were keyed in from it, by the
 * rules of any file that is sent.
 *
 * @param add.names those that somebody wants; the rest stays in the email.
 * @returns those that could not be kept.
 */
export async function addFilesOfEmail(
  db: Db,
  store: AttachmentStore,
  add: {
    email: ReceivedEmail;
    /** By their place in the email, from 0. */
    places: number[];
    responseId: number;
    definition: CallDefinition;
    now: Date;
  },
): Promise<AttachmentRefusal[]> {
  if (add.places.length === 0) return [];
  const bytes = await openBytes(db, add.email.emailId);
  const { format } = add.email;
  const files = await readFilesOfEmail({ bytes, format });
  const wanted = files
    .filter((_file, place) => add.places.includes(place))
    .map(({ name, bytes }) => ({
      originalName: name,
      read: () => Promise.resolve(bytes),
    }));
  return keepFilesOfEntry(db, store, { ...add, files: wanted });
}

async function openBytes(db: Db, emailId: number): Promise<Buffer> {
  return unpackBytes(await selectPieces(db, emailId));
}

type OriginalOutcome =
  { ok: true; bytes: Buffer; isScanned: boolean } | { ok: false };

/**
 * An email as it came, for whoever keys in or checks; each opening is written
 * down. It is scanned first, with all the files in it.
 *
 * @returns not ok where the scanner found something in it.
 */
export async function openOriginal(
  db: Db,
  open: {
    email: ReceivedEmail;
    actor: StaffMember;
    scan: Scanner;
    /** Where it is put for the scanner, and deleted at once. */
    stagingFolder: string;
    now: Date;
  },
): Promise<OriginalOutcome> {
  const { email, actor, now } = open;
  const { emailId, responseId, callId } = email;
  const bytes = await openBytes(db, emailId);
  const { state } = await scanBytes(bytes, open);
  if (state === "infected") return { ok: false };
  await db.transaction().execute((trx) =>
    recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId: actor.staffId },
      ...(responseId === undefined
        ? {
            subject: { kind: "call", id: callId },
            type: "call.email-downloaded",
          }
        : {
            subject: { kind: "response", id: responseId },
            type: "response.email-downloaded",
          }),
      details: { emailId },
    }),
  );
  return { ok: true, bytes, isScanned: state === "clean" };
}

async function scanBytes(
  bytes: Buffer,
  { scan, stagingFolder }: { scan: Scanner; stagingFolder: string },
) {
  const at = path.join(stagingFolder, `${randomUUID()}.part`);
  try {
    await writeFile(at, bytes, { mode: 0o600, flag: "wx" });
    return await scan(at);
  } finally {
    await rm(at, { force: true });
  }
}
