import type { Readable } from "node:stream";
import { openFolderStore } from "./folder-store.server.ts";
import type {
  ByteRange,
  StagedBytes,
  StoredFile,
  StoredObject,
  StoreState,
} from "./stored-files.ts";

/**
 * Where attachments' bytes live. Nobody but a store knows a path or an address;
 * what it cannot give is an `AttachmentStoreError` with its reason.
 */
export type AttachmentStore = {
  /** On this machine's own disk in every store: a request is received and inspected by one process. */
  stagingFolder: string;
  /** Durable when it resolves, and the staged file is gone. To be called before any row is written. */
  keep: (file: StagedBytes) => Promise<{ publicId: string }>;
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
  check: () => Promise<StoreState>;
};

export type FileSettings = { folder: string };

/** Opens the store of the settings: a folder, which is made where it is not there. */
export async function openAttachmentStore({
  folder,
}: FileSettings): Promise<AttachmentStore> {
  return openFolderStore(folder);
}
