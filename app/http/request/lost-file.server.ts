import type { ReceivedForm } from "./received-form.server.ts";

/** What became of a file that did not come whole, or is larger than the form takes; undefined where nothing did. */
export function tellLostFile(
  { refusedParts, stagedFiles }: ReceivedForm,
  { maxBytes, tooBig }: { maxBytes: number; tooBig: string },
): string | undefined {
  if (stagedFiles.some(({ byteSize }) => byteSize > maxBytes)) return tooBig;
  const lost = refusedParts.find(({ originalName }) => originalName);
  if (!lost) return undefined;
  return ["too-big", "draft-full"].includes(lost.reason)
    ? tooBig
    : "The file did not arrive whole. Choose it again";
}
