import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { checkBucket } from "./bucket-check.server.ts";
import {
  type BucketLine,
  type BucketSettings,
  openBucketLine,
} from "./bucket-line.server.ts";
import { listBucket } from "./bucket-list.server.ts";
import { type Patience, usualPatience } from "./bucket-patience.server.ts";
import { putOnce } from "./bucket-put.server.ts";
import { makeStagingFolder } from "./folder-store.server.ts";
import { openProven } from "./proven-bytes.server.ts";
import {
  AttachmentStoreError,
  type ByteRange,
  isPublicId,
  type StagedBytes,
  type StoredFile,
  type StoredObject,
  type TellTrouble,
} from "./stored-files.ts";

/** What a bucket holds of ours begins so; the rest of it is left alone. */
const keyPrefix = "attachments/";

function keyOf(publicId: string): string {
  if (!isPublicId(publicId))
    throw new AttachmentStoreError("missing", "not-an-id");
  return keyPrefix + publicId;
}

/**
 * Attachments in a bucket that speaks S3. The staging folder is on this
 * machine's disk all the same, and so is a file while somebody reads it as one.
 */
export async function openBucketStore(
  settings: BucketSettings,
  options: { folder: string; tell: TellTrouble; patience?: Patience },
) {
  const { tell, patience = usualPatience } = options;
  const stagingFolder = await makeStagingFolder(options.folder);
  const line = openBucketLine(settings, { patience, tell });
  return {
    stagingFolder,
    async keep(file: StagedBytes, publicId: string = randomUUID()) {
      await line.persist("keep", () => putObject(line, publicId, file));
      await rm(file.stagingPath, { force: true });
      return { publicId };
    },
    open: (file: StoredFile, range?: ByteRange) =>
      line.persist("open", () => openObject(line, file, range)),
    withFile: <Result>(
      file: StoredFile,
      read: (path: string) => Promise<Result>,
    ) => lendFile({ line, stagingFolder, file, read }),
    remove: (publicId: string) =>
      line.persist("remove", () => deleteObject(line, publicId)),
    find: (publicId: string) =>
      line.persist("find", () => findObject(line, publicId)),
    list: () => listBucket(line, keyPrefix),
    check: () => checkBucket(line, settings),
  };
}

/**
 * The bucket itself holds the bytes against the hash that they were received
 * with. An earlier attempt may have arrived though its answer did not: then the
 * name is taken, by us, because nobody else knows it.
 */
async function putObject(
  line: BucketLine,
  publicId: string,
  file: StagedBytes,
): Promise<void> {
  const { sha256, byteSize, stagingPath } = file;
  const open = () => createReadStream(stagingPath);
  const key = keyOf(publicId);
  const answer = await putOnce(line, { key, sha256, byteSize, open });
  await answer.drop();
  const kept = await findObject(line, publicId);
  if (kept?.byteSize === byteSize) return;
  await deleteObject(line, publicId);
  throw new AttachmentStoreError("unreachable", "kept-otherwise");
}

type Lending<Result> = {
  line: BucketLine;
  stagingFolder: string;
  file: StoredFile;
  read: (path: string) => Promise<Result>;
};

/** A copy on this machine, for as long as somebody reads it. */
async function lendFile<Result>(lending: Lending<Result>): Promise<Result> {
  const { line, stagingFolder, file, read } = lending;
  const lentPath = path.join(stagingFolder, `${randomUUID()}.lent`);
  try {
    await line.persistInBackground("fetch", async () =>
      pipeline(
        await openObject(line, file),
        createWriteStream(lentPath, { mode: 0o600 }),
      ),
    );
    return await read(lentPath);
  } finally {
    await rm(lentPath, { force: true });
  }
}

async function openObject(
  line: BucketLine,
  file: StoredFile,
  range?: ByteRange,
): Promise<Readable> {
  const key = keyOf(file.publicId);
  const headers: Record<string, string> = range
    ? { range: `bytes=${range.start}-${range.end}` }
    : {};
  const answer = await line.ask({ method: "GET", key, headers }, [
    // What is beyond the end of a file that is shorter than its row says.
    ...(range ? [206, 416] : [200]),
  ]);
  if (answer.status === 416 || !isWhatIsKnown(answer.headers, file, range)) {
    await answer.drop();
    throw new AttachmentStoreError("damaged", "other-length");
  }
  return openProven(answer.openBody(), file, range);
}

function isWhatIsKnown(
  headers: Headers,
  file: StoredFile,
  range: ByteRange | undefined,
): boolean {
  const length = range ? range.end - range.start + 1 : file.byteSize;
  const total = headers.get("content-range")?.split("/")[1];
  const sha256 = headers.get("x-amz-meta-sha256");
  return (
    Number(headers.get("content-length") ?? length) === length &&
    (!range || total === String(file.byteSize)) &&
    (sha256 === null || sha256 === file.sha256)
  );
}

async function deleteObject(line: BucketLine, publicId: string): Promise<void> {
  const request = { method: "DELETE", key: keyOf(publicId) } as const;
  await (await line.ask(request, [200, 204, 404])).drop();
}

async function findObject(
  line: BucketLine,
  publicId: string,
): Promise<StoredObject | undefined> {
  const request = { method: "HEAD", key: keyOf(publicId) } as const;
  const { status, headers } = await line.ask(request, [200, 404]);
  if (status === 404) return undefined;
  return {
    publicId,
    byteSize: Number(headers.get("content-length")),
    storedAt: new Date(headers.get("last-modified") ?? 0),
  };
}
