import type { Db } from "#app/db/schema.ts";
import { labelOfMediaType } from "#app/domain/files/accepted-types.ts";
import {
  type CopyRow,
  selectCopiesOfResponse,
  selectCopyOf,
} from "./copies.queries.server.ts";
import type { StoredFile } from "./stored-files.ts";

/** What there is of a file that others may see. */
export type FileCopy =
  | ({ state: "made"; mediaType: string; typeLabel: string } & StoredFile)
  /** The original has nothing hidden. */
  | { state: "not-needed" }
  /** Only the original is there, and it is not cleaned. `reason` is one of `NoCopyReason`. */
  | { state: "failed" | "not-available"; reason: string };

/** The copy of one sent file; undefined where nobody has tried to make it yet. */
export async function findFileCopy(
  db: Db,
  attachmentId: number,
): Promise<FileCopy | undefined> {
  const row = await selectCopyOf(db, attachmentId);
  return row && toCopy(row);
}

/** The copies of a response's files, by the files' ids. */
export async function selectFileCopies(
  db: Db,
  responseId: number,
): Promise<Map<number, FileCopy>> {
  const rows = await selectCopiesOfResponse(db, responseId);
  return new Map(rows.map((row) => [row.attachmentId, toCopy(row)]));
}

function toCopy(row: CopyRow): FileCopy {
  const { state, reason, publicId, mediaType, byteSize, sha256 } = row;
  if (publicId && mediaType && byteSize && sha256)
    return {
      ...{ state: "made", publicId, mediaType, byteSize, sha256 },
      typeLabel: labelOfMediaType(mediaType),
    };
  return state === "failed" || state === "not-available"
    ? { state, reason: reason ?? "" }
    : { state: "not-needed" };
}
