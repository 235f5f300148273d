import type { DatabasePlace } from "#app/db/connection.server.ts";
import {
  type AttachmentStore,
  type FileSettings,
  openAttachmentStore,
} from "#app/domain/attachments/attachment-store.server.ts";
import type { Patience } from "#app/domain/attachments/bucket-patience.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import { describeStoreFault, isReasonNotToStart } from "./store-words.ts";

type Log = { error: (facts: object, words: string) => void };

/** Of a command: whoever runs it reads it at once. */
export const consoleLog: Log = {
  error(facts, words) {
    const said = Object.values(facts).join(", ");
    console.error(said === "" ? words : `${words} (${said})`);
  },
};

/**
 * Opens the store of the settings for a process that starts, and looks whether
 * it keeps what Heard promises of files.
 *
 * @throws an OperatorError in words where it does not, or may not be used.
 */
export async function openCheckedStore(
  { database, files }: { database: DatabasePlace; files: FileSettings },
  log: Log,
  { patience }: { patience?: Patience } = {},
): Promise<AttachmentStore> {
  if ("url" in database && !files.bucket)
    log.error(
      {},
      "DATABASE_URL is set and FILES_BUCKET is not: files are kept on this machine, where another server does not find them. Set FILES_BUCKET, or let UPLOADS_FOLDER be on a disk that every server has",
    );
  const store = await openAttachmentStore(files, {
    tell: (trouble) =>
      log.error(trouble, "The bucket did not do what it was asked"),
    ...(patience && { patience }),
  });
  const faults = await store.check();
  const [reasons, doubts] = [
    faults.filter(isReasonNotToStart),
    faults.filter((fault) => !isReasonNotToStart(fault)),
  ];
  for (const doubt of doubts) log.error({}, describeStoreFault(doubt));
  if (reasons.length > 0)
    throw new OperatorError(
      ["Files cannot be kept:", ...reasons.map(describeStoreFault)].join(
        "\n  ",
      ),
    );
  return store;
}
