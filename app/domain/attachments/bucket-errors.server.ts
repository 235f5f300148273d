import { codeOf } from "#app/db/cannot-save.ts";
import { AttachmentStoreError } from "./stored-files.ts";

/** What a store says of bytes that were cut or changed on their way: the next time may be better. */
const brokenOnTheWay = new Set([
  "BadDigest",
  "IncompleteBody",
  "RequestTimeout",
  "XAmzContentSHA256Mismatch",
]);

/** Why an answer is not the one that was wanted. */
export function storeErrorOf(
  status: number,
  code: string,
): AttachmentStoreError {
  if (status === 404 && code !== "NoSuchBucket")
    return new AttachmentStoreError("missing", code);
  if (status >= 500 && status !== 501)
    return new AttachmentStoreError("unreachable", code);
  if (status === 429 || status === 408 || brokenOnTheWay.has(code))
    return new AttachmentStoreError("unreachable", code);
  return new AttachmentStoreError("refused", code);
}

/** A line that broke. An error of fetch's has its own reason below it. */
export function lineErrorOf(error: unknown): AttachmentStoreError {
  if (error instanceof AttachmentStoreError) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = codeOf(cause) || codeOf(error) || "broken-off";
  return new AttachmentStoreError("unreachable", code);
}

/** Our own ending of a wait, and those of the line below it: each took somebody's time. */
export function isSilence({ code }: AttachmentStoreError): boolean {
  return /^(too-slow|UND_ERR_\w*TIMEOUT|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/.test(
    code,
  );
}
