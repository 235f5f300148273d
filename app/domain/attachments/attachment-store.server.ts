import type { Readable } from "node:stream";
import type { BucketSettings } from "./bucket-line.server.ts";
import type { Patience } from "./bucket-patience.server.ts";
import { openBucketStore } from "./bucket-store.server.ts";
import { openFolderStore } from "./folder-store.server.ts";
import type {
  ByteRange,
  StagedBytes,
  StoredFile,
  StoredObject,
  StoreFault,
  TellTrouble,
} from "./stored-files.ts";

/**
 * Where attachments' bytes live. Nobody but a store knows a path or an address;
 * what it cannot give is an `AttachmentStoreError` with its reason.
 */
export type AttachmentStore = {
  /** On this machine's own disk in every store: a request is received and inspected by one process. */
  stagingFolder: string;
  /**
   * Durable when it resolves, and the staged file is gone. To be called before any row is written.
   *
   * @param publicId of a file that comes from another store, and whose row knows it; else one is drawn.
   */
  keep: (file: StagedBytes, publicId?: string) => Promise<{ publicId: string }>;
  /** Rejects before the first byte where the file is missing, or has another length than its row says. */
  open: (file: StoredFile, range?: ByteRange) => Promise<Readable>;
  /**
   * Lends the bytes as a file on this machine to what can only read files, for
   * as long as it reads. They have been hashed, and are what was stored.
   */
  withFile: <Result>(
    file: StoredFile,
    read: (path: string) => Promise<Result>,
  ) => Promise<Result>;
  /** What is not there any more was removed. */
  remove: (publicId: string) => Promise<void>;
  find: (publicId: string) => Promise<StoredObject | undefined>;
  /** Every file under a name that a store gives out, in no order. */
  list: () => AsyncIterable<StoredObject>;
  /** Whether the place is one that keeps what Heard promises; empty is right. */
  check: () => Promise<StoreFault[]>;
};

export type FileSettings = {
  /** Of this machine: where files are received, and kept where no bucket is set. */
  folder: string;
  bucket?: BucketSettings | undefined;
};

/**
 * Opens the store of the settings: a bucket, or a folder that is made where it
 * is not there. Whether it may be used, `check` says.
 *
 * @param options.tell hears what a bucket does not do; what it says has no key in it.
 */
export async function openAttachmentStore(
  { folder, bucket }: FileSettings,
  options: { tell: TellTrouble; patience?: Patience },
): Promise<AttachmentStore> {
  return bucket
    ? openBucketStore(bucket, { folder, ...options })
    : openFolderStore(folder);
}
