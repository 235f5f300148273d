import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { StoreProblem } from "../attachments/stored-files.ts";
import { typeOfMediaType } from "../files/accepted-types.ts";
import { maxDrawnPages, type NoPages } from "../files/page-drawing.ts";
import { countPages, drawPage } from "../files/page-pictures.server.ts";
import type { ThreadBudget } from "../files/threads.server.ts";
import {
  type FileForStaff,
  type FileOpening,
  judgeOpening,
  type NotOpened,
  problemOf,
  recordOpening,
} from "./file-openings.server.ts";
import type { Viewer } from "./visible-responses.ts";

type PagesOpening = { publicId: string; viewer: Viewer; now: Date };

type NoPicture =
  | NotOpened
  | {
      ok: false;
      reason: StoreProblem | NoPages;
      attachment: FileForStaff;
    };

export type CountOutcome = { ok: true; pageCount: number } | NoPicture;

export type PageOutcome = { ok: true; picture: Buffer } | NoPicture;

/** How many pages a PDF has, for whoever may see pictures of them. Nothing of them is shown yet, so nothing is written down. */
export async function countFilePages(
  db: Db,
  store: AttachmentStore,
  { budget, ...opening }: PagesOpening & { budget: ThreadBudget },
): Promise<CountOutcome> {
  const pdf = await findPdf(db, opening);
  if (!pdf.ok) return pdf;
  const known = knownCounts.get(opening.publicId);
  if (known !== undefined) return { ok: true, pageCount: known };
  const counted = await readPdf(store, pdf, (file) =>
    countPages({ ...file, budget }),
  );
  if (counted.ok) rememberCount(opening.publicId, counted.pageCount);
  return counted;
}

/**
 * Draws a page of a PDF for a member of staff. They may see it as they may see
 * the copy of a photo: what is drawn carries nothing but what is seen. That they
 * opened it is written down once in the time of a claim.
 *
 * @param asked.page from 1 on; beyond `maxDrawnPages` none is drawn.
 */
export async function drawFilePage(
  db: Db,
  store: AttachmentStore,
  asked: PagesOpening & { page: number; gone?: AbortSignal },
): Promise<PageOutcome> {
  const { page, gone, ...opening } = asked;
  if (page < 1 || page > maxDrawnPages)
    return { ok: false, reason: "not-found" };
  const pdf = await findPdf(db, opening);
  if (!pdf.ok) return pdf;
  const drawn = await readPdf(store, pdf, (file) =>
    drawPage({ ...file, page, gone }),
  );
  if (!drawn.ok) return drawn;
  const { picture } = drawn;
  if (!picture) return { ok: false, reason: "not-found" };
  // It may have been scanned, withheld or taken back while it was drawn.
  const recorded = await recordOpening(db, pagesOf(opening));
  return recorded.ok ? { ok: true, picture } : recorded;
}

const pagesOf = (opening: PagesOpening): FileOpening => ({
  ...opening,
  part: "pages",
  isUnscannedAccepted: false,
});

type Pdf = { attachment: FileForStaff; sender: string };

async function findPdf(
  db: Db,
  opening: PagesOpening,
): Promise<({ ok: true } & Pdf) | NotOpened> {
  const judged = await judgeOpening(db, pagesOf(opening));
  if (!judged.ok) return judged;
  const { attachment } = judged;
  return typeOfMediaType(attachment.mediaType) === "pdf"
    ? { ok: true, attachment, sender: `staff ${opening.viewer.staffId}` }
    : { ok: false, reason: "not-found" };
}

async function readPdf<Read extends { ok: true }>(
  store: AttachmentStore,
  { attachment, sender }: Pdf,
  read: (file: {
    path: string;
    sender: string;
  }) => Promise<Read | { ok: false; reason: NoPages }>,
): Promise<Read | NoPicture> {
  const outcome = await store
    .withFile(attachment, (path) => read({ path, sender }))
    .catch(problemOf);
  if (typeof outcome === "string")
    return { ok: false, reason: outcome, attachment };
  return outcome.ok ? outcome : { ...outcome, attachment };
}

/** Numbers alone, by names that say nothing: files never change, and a screen is opened again and again. */
const knownCounts = new Map<string, number>();
const maxKnownCounts = 1_000;

function rememberCount(publicId: string, pageCount: number) {
  const [oldest] = knownCounts.keys();
  if (knownCounts.size >= maxKnownCounts && oldest !== undefined)
    knownCounts.delete(oldest);
  knownCounts.set(publicId, pageCount);
}
