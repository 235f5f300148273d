import type { ByteRange } from "#app/domain/attachments/stored-files.ts";

/**
 * Reads `Range` as RFC 9110 has it. A range of another form than one of bytes,
 * or of several parts, may be answered with the whole file, and is. So is one
 * whose `If-Range` names another version: the parts would not fit together.
 *
 * @param etag of the file as it is now, in its quotes.
 * @returns undefined for all of it, `beyond` for a part that it does not have.
 */
export function readAskedRange(
  { method, headers }: Request,
  file: { byteSize: number; etag: string },
): ByteRange | "beyond" | undefined {
  const asked = headers.get("Range");
  if (method !== "GET" || asked === null) return undefined;
  const version = headers.get("If-Range");
  if (version !== null && version !== file.etag) return undefined;
  const [, first = "", last = ""] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked.trim()) ?? [];
  if (first === "" && last === "") return undefined;
  if (first !== "" && last !== "" && Number(first) > Number(last))
    return undefined;
  const end = file.byteSize - 1;
  if (first === "") {
    const start = Math.max(0, file.byteSize - Number(last));
    return start > end ? "beyond" : { start, end };
  }
  const start = Number(first);
  if (start > end) return "beyond";
  return { start, end: last === "" ? end : Math.min(end, Number(last)) };
}
