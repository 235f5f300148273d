import { createHash, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { StorageEngine } from "multer";
import { codeOf } from "#app/db/cannot-save.ts";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import type { Admission, AdmissionRefusal } from "./upload-admission.server.ts";
import type { RefusedPart } from "../request/received-form.server.ts";

export type StagingOptions = {
  stagingFolder: string;
  maxFileBytes: number;
  maxFiles: number;
  /** What this request's files may come to, if any are taken at all. */
  admission: Pick<Admission, "refusal" | "maxBytes" | "whenFull">;
  /** Told of a disk that is full or broken; the request goes on without the file. */
  onStorageError: (error: unknown) => void;
};

type Report = {
  /** The number of the file in its body, because the disk takes a small one before a large one that came first. */
  staged: (file: StagedFile, number: number) => void;
  refused: (part: RefusedPart) => void;
};

type Part = {
  questionId: string;
  originalName: string;
  stream: AsyncIterable<Buffer>;
};

type Refusal = "too-big" | "too-many-files" | "unreadable" | AdmissionRefusal;

/**
 * Streams each file to the staging folder: hashed and counted while it is
 * written, fsynced before the request goes on.
 *
 * A file that is too big, one too many, or that the disk does not take is read
 * to its end and thrown away here. Multer's own limits would end the reading of
 * the body: what was typed below the file would be lost, and the good files
 * before it deleted (docs/decisions/010).
 */
export function stagingStorage(
  options: StagingOptions,
  report: Report,
): StorageEngine {
  let fileCount = 0;
  const budget = { bytesLeft: options.admission.maxBytes };
  return {
    _handleFile(_request, file, callback) {
      fileCount += 1;
      const number = fileCount;
      // Set at once, so that the clean-up of an aborted request finds it.
      file.path = path.join(options.stagingFolder, `${randomUUID()}.part`);
      const part = {
        questionId: file.fieldname,
        originalName: file.originalname,
        stream: file.stream,
      };
      const refusal =
        options.admission.refusal ??
        (number > options.maxFiles ? "too-many-files" : undefined);
      stagePart(part, file.path, { ...options, refusal, budget })
        .then((outcome) => {
          const { questionId, originalName } = part;
          if (typeof outcome === "string")
            report.refused({ questionId, originalName, reason: outcome });
          else report.staged(outcome, number);
          callback(null, { path: file.path });
        })
        .catch(callback);
    },
    _removeFile(_request, file, callback) {
      rm(file.path, { force: true }).then(() => callback(null), callback);
    },
  };
}

type PartOptions = StagingOptions & {
  /** Set where the file is to be read and thrown away. */
  refusal: Refusal | undefined;
  budget: { bytesLeft: number };
};

/** @throws where the body breaks off; the unfinished file is deleted first. */
async function stagePart(
  part: Part,
  stagingPath: string,
  options: PartOptions,
): Promise<StagedFile | Refusal> {
  const hash = createHash("sha256");
  const file = new StagingFile(stagingPath, options.onStorageError);
  let byteSize = 0;
  let { refusal } = options;
  try {
    if (!refusal) refusal = await file.open();
    for await (const chunk of part.stream) {
      if (refusal) continue;
      byteSize += chunk.byteLength;
      options.budget.bytesLeft -= chunk.byteLength;
      if (byteSize > options.maxFileBytes) refusal = "too-big";
      else if (options.budget.bytesLeft < 0)
        refusal = options.admission.whenFull;
      else {
        hash.update(chunk);
        refusal = await file.write(chunk);
      }
    }
    if (!refusal) refusal = await file.finish();
  } catch (error) {
    await file.remove();
    throw error;
  }
  if (refusal) {
    options.budget.bytesLeft += byteSize;
    await file.remove();
    return refusal;
  }
  const { questionId, originalName } = part;
  const sha256 = hash.digest("hex");
  return { questionId, originalName, stagingPath, byteSize, sha256 };
}

/** No disk has room for it, or none for this user. */
const noRoomCodes = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** A write costs a trip to a thread, however little it writes; a body comes in pieces of at most 64 kB. */
const gatheredBytes = 1_000_000;

/** A file being written; what the disk refuses is a reason and not an error, because the body has to be read on. */
class StagingFile {
  #handle: Awaited<ReturnType<typeof open>> | undefined;
  #gathered: Buffer[] = [];
  #gatheredBytes = 0;

  constructor(
    readonly path: string,
    readonly onStorageError: (error: unknown) => void,
  ) {}

  open() {
    return this.#tried(async () => {
      this.#handle = await open(this.path, "wx", 0o600);
    });
  }

  /** Takes a piece; it is on its way to the disk with those that come after it. */
  async write(chunk: Buffer) {
    this.#gathered.push(chunk);
    this.#gatheredBytes += chunk.byteLength;
    if (this.#gatheredBytes < gatheredBytes) return undefined;
    return this.#tried(() => this.#writeGathered());
  }

  /** Some disks say only at the end that there was no room. */
  finish() {
    return this.#tried(async () => {
      await this.#writeGathered();
      await this.#handle?.sync();
      await this.#close();
    });
  }

  async remove() {
    await this.#tried(() => this.#close());
    await this.#tried(() => rm(this.path, { force: true }));
  }

  async #writeGathered() {
    const pieces = this.#gathered;
    this.#gathered = [];
    this.#gatheredBytes = 0;
    // writeFile goes on where the last one ended, and writes all of it.
    await this.#handle?.writeFile(Buffer.concat(pieces));
  }

  async #close() {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  async #tried(
    step: () => Promise<void> | undefined,
  ): Promise<"no-room" | "unreadable" | undefined> {
    try {
      await step();
      return undefined;
    } catch (error) {
      this.onStorageError(error);
      return noRoomCodes.has(codeOf(error)) ? "no-room" : "unreadable";
    }
  }
}
