/** What a row says of a file's bytes; a store holds what it gives against it. */
export type StoredFile = {
  publicId: string;
  byteSize: number;
  /** In hexadecimal. */
  sha256: string;
};

/** Of a file's bytes, from the first to the last that is wanted, both included. */
export type ByteRange = { start: number; end: number };

/** A file as a store has it, whether or not a row knows of it. */
export type StoredObject = {
  publicId: string;
  byteSize: number;
  storedAt: Date;
};

/** A file that was received whole, on this machine's disk. */
export type StagedBytes = {
  stagingPath: string;
  byteSize: number;
  sha256: string;
};

/**
 * `missing`: there is no such file. `damaged`: there is one, and it is not what
 * was stored. `unreachable`: the store did not answer, in time or at all.
 * `refused`: it answered, and does not let us.
 */
export type StoreProblem = "missing" | "damaged" | "unreachable" | "refused";

/** A file that could not be kept or had. Its words name neither keys nor people's files. */
export class AttachmentStoreError extends Error {
  override name = "AttachmentStoreError";

  constructor(
    readonly reason: StoreProblem,
    /** The store's own, for the log: `NoSuchKey`, `ECONNREFUSED`. */
    readonly code: string,
  ) {
    super(`A file is ${reason} (${code})`);
  }
}

/** What of a bucket, or of the settings that lead to it, is not as Heard needs it. */
export type WrongSetting =
  | "bucket"
  | "key"
  | "rights"
  | "clock"
  | "place"
  | "other-bytes"
  | "not-deleted"
  | "something";

/** Why what people delete would still be there. */
export type KeptDeleted = "versions" | "locks" | "copies";

/** What is not right with where files are kept. `code` is the store's own word. */
export type StoreFault =
  | { fault: "wrong"; what: WrongSetting; code: string }
  | { fault: "keeps-deleted"; what: KeptDeleted }
  | { fault: "does-not-say"; what: KeptDeleted }
  | { fault: "read-on-the-way" }
  | { fault: "away"; code: string };

/** An attempt that came to nothing; the next may not. */
export type StoreTrouble = {
  operation: string;
  reason: StoreProblem;
  code: string;
  attempt: number;
};

/** Hears of troubles: the log, as a rule. */
export type TellTrouble = (trouble: StoreTrouble) => void;

const publicIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a name is one that a store has given out: everything else in a folder or bucket is not ours. */
export function isPublicId(name: string): boolean {
  return publicIdPattern.test(name);
}
