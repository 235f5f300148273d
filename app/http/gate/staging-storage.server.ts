import { createHash, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { StorageEngine } from "multer";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import type { Admission, AdmissionRefusal } from "./upload-admission.server.ts";
import type { RefusedPart } from "../request/received-form.server.ts";
import { StagingFile } from "./staging-file.server.ts";

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
