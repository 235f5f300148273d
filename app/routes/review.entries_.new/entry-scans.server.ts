import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import {
  holdFiles,
  takeHeldFiles,
} from "#app/domain/attachments/held-files.server.ts";
import {
  countHeldPages,
  type HeldScan,
} from "#app/domain/entries/held-pages.server.ts";
import { maxScans, refuseScans } from "#app/domain/entries/scans.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { RefusedPart } from "#app/http/request/received-form.server.ts";
import { describeScanRefusals } from "#app/screens/review/entries.ts";
import { wordsIn } from "#app/words/words.ts";
import { tellLostScan } from "./entry-form.server.ts";

type SentScans = {
  fields: FormData;
  files: StagedFile[];
  refusedParts: RefusedPart[];
};

type EntryScans = {
  /** Those that can stand beside the entry: what waited since the form came back, and what came with it now. */
  files: (StagedFile & { key?: string })[];
  /** What is said of those that are not taken. */
  error: string | undefined;
};

/** The scans of a form that keys something in. */
export async function readScans(
  context: RequestContext,
  sent: SentScans,
  actor: { staffId: string },
): Promise<EntryScans> {
  const { stagingFolder } = context.attachmentStore;
  const keys = sent.fields.getAll("heldScans").map(String);
  const holder = { stagingFolder, staffId: actor.staffId };
  const waiting = await takeHeldFiles(keys, holder);
  const { refusals, fit } = await refuseScans(sent.files, actor);
  const files = [...waiting, ...fit].slice(0, maxScans);
  const isGone = waiting.length < new Set(keys).size;
  const tooMany = waiting.length + fit.length > maxScans;
  const { maxAttachmentBytes } = context.env;
  const error =
    tellLostScan(sent) ??
    (tooMany ? `Choose ${maxScans} files or fewer` : undefined) ??
    (refusals.length > 0
      ? describeScanRefusals(refusals, wordsIn("en"), maxAttachmentBytes)
      : undefined) ??
    (isGone ? "A scan is kept for a day only. Choose it again" : undefined);
  return { files, error };
}

/** Lets the scans wait for the form to be sent again. */
export async function holdScans(
  { attachmentStore, now, randomBytes }: RequestContext,
  files: EntryScans["files"],
  { staffId }: { staffId: string },
): Promise<HeldScan[]> {
  const { stagingFolder } = attachmentStore;
  const holder = { stagingFolder, staffId };
  const moment = { now: now(), randomBytes };
  const held = await holdFiles(files, { ...holder, ...moment });
  return countHeldPages(held, holder);
}
