import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { tellLostFile } from "./lost-file.server.ts";
import type { ReceivedForm } from "./received-form.server.ts";

/**
 * Puts the text of a form's file in the place of what was pasted under `text`,
 * which it goes before.
 *
 * @param words.notUtf8 what is said of a file in another encoding
 * @returns the form as it is read then, and why the file could not be taken
 */
export async function takeFileAsText(
  received: ReceivedForm,
  words: { maxBytes: number; tooBig: string; notUtf8: string },
): Promise<{ sent: ReceivedForm; lost: string | undefined }> {
  const lost = await readText(received, words);
  // What could not be taken is told beside the file, and once.
  const refusedParts = lost ? [] : received.refusedParts;
  return { sent: { ...received, refusedParts }, lost };
}

async function readText(
  received: ReceivedForm,
  words: { maxBytes: number; tooBig: string; notUtf8: string },
): Promise<string | undefined> {
  const lost = tellLostFile(received, words);
  const [staged] = received.stagedFiles;
  if (lost || !staged) return lost;
  const bytes = await readFile(staged.stagingPath);
  if (!isUtf8(bytes)) return words.notUtf8;
  received.fields.set("text", bytes.toString("utf8"));
  return undefined;
}
