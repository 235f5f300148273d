import type { Db } from "#app/db/schema.ts";
import { cutText, normaliseText } from "../text/foreign-text.ts";
import { maxAboutCharacters } from "./attachments.ts";
import { updateAbout } from "./about-files.queries.server.ts";
import { selectAttachmentsOfDraft } from "./attachments.queries.server.ts";

/**
 * Keeps what a draft's holder says of its files. Of files that are not the
 * draft's, or not any more, nothing is kept.
 *
 * @param say.about by the files' public ids; an empty text takes back what was said.
 */
export async function sayWhatFilesAre(
  db: Db,
  say: { draftId: number; about: ReadonlyMap<string, string> },
): Promise<void> {
  if (say.about.size === 0) return;
  const { draftId } = say;
  for (const { summary } of await selectAttachmentsOfDraft(db, draftId)) {
    const { publicId } = summary;
    const said = say.about.get(publicId);
    const about = said === undefined ? summary.about : asAboutLine(said);
    if (about !== summary.about)
      await updateAbout(db, { draftId, publicId, about: about || null });
  }
}

/** What somebody says of a file, as one line that is not too long. */
export function asAboutLine(said: string): string {
  const line = normaliseText(said, "NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return cutText(line, maxAboutCharacters).trimEnd();
}
