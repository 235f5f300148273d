import { createHash } from "node:crypto";
import { pipeline, type Readable, Transform } from "node:stream";
import {
  AttachmentStoreError,
  type ByteRange,
  type StoredFile,
} from "./stored-files.ts";

/**
 * Passes a file's bytes on while it counts and hashes them, always one piece
 * behind: the last goes out only when all are known to be what was stored, so
 * that nobody has a whole file which is another one. Of a part the length is
 * all that can be told.
 *
 * @returns when the first piece is there, or it is known that all are: what is
 * missing or wrong from the start, and every wrong file of one piece, rejects.
 */
export function openProven(
  source: Readable,
  file: StoredFile,
  range?: ByteRange,
): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const proof = proveBytes(file, range, () => resolve(proof));
    pipeline(source, proof, (error) => {
      if (error) reject(error);
    });
  });
}

function proveBytes(
  file: StoredFile,
  range: ByteRange | undefined,
  begun: () => void,
): Transform {
  const hash = range ? undefined : createHash("sha256");
  let leftBytes = range ? range.end - range.start + 1 : file.byteSize;
  let held: Buffer | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      leftBytes -= chunk.byteLength;
      if (leftBytes < 0)
        return done(new AttachmentStoreError("damaged", "too-long"));
      hash?.update(chunk);
      if (held) begun();
      done(null, held);
      held = chunk;
    },
    flush(done) {
      if (leftBytes > 0)
        return done(new AttachmentStoreError("damaged", "too-short"));
      if (hash && hash.digest("hex") !== file.sha256)
        return done(new AttachmentStoreError("damaged", "other-bytes"));
      begun();
      done(null, held);
    },
  });
}
