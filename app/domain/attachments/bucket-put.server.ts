import type { BucketAnswer } from "./bucket-answer.server.ts";
import type { BucketLine } from "./bucket-line.server.ts";
import { AttachmentStoreError } from "./stored-files.ts";

type Put = {
  key: string;
  sha256: string;
  byteSize: number;
  /** Opens the bytes from their beginning. */
  open: () => AsyncIterable<Uint8Array>;
};

/**
 * Puts bytes under a name that nothing has, once. The bucket holds them against
 * the hash itself. 412 says that the name is taken.
 */
export async function putOnce(
  line: BucketLine,
  put: Put,
): Promise<BucketAnswer> {
  try {
    return await line.ask(
      requestFor(put, { "if-none-match": "*" }),
      [200, 412],
    );
  } catch (error) {
    // Some stores do not know the condition. Our names are drawn at random, so it is a second lock.
    const isUnknown =
      error instanceof AttachmentStoreError &&
      /^(NotImplemented|501)$/.test(error.code);
    if (!isUnknown) throw error;
    return line.ask(requestFor(put, {}), [200]);
  }
}

function requestFor(
  { key, sha256, byteSize, open }: Put,
  condition: Record<string, string>,
) {
  return {
    method: "PUT" as const,
    key,
    headers: {
      ...condition,
      "content-type": "application/octet-stream",
      "x-amz-content-sha256": sha256,
      "x-amz-meta-sha256": sha256,
    },
    body: { byteSize, pieces: open() },
  };
}
