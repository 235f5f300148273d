import {
  type HeldFile,
  takeHeldFiles,
} from "../attachments/held-files.server.ts";
import { maxDrawnPages, type NoPages } from "../files/page-drawing.ts";
import {
  countingBudget,
  countPages,
  drawPage,
} from "../files/page-pictures.server.ts";
import { typeOfExtension } from "../files/accepted-types.ts";
import { extensionOf } from "../files/file-names.ts";

/** Whose scans wait, and where: nobody else sees them. */
type Holder = { stagingFolder: string; staffId: string };

export type HeldScan = HeldFile & {
  /** Of a PDF: how many there are, or why none of them is shown. */
  pages:
    | { ok: true; pageCount: number }
    | { ok: false; reason: NoPages }
    | undefined;
};

/** Scans that wait for a form to be sent again, with their pages. They were looked at before they were held, so that each is what its name says. */
export async function countHeldPages(
  held: readonly HeldFile[],
  holder: Holder,
): Promise<HeldScan[]> {
  const keys = held.map(({ key }) => key);
  const files = await takeHeldFiles(keys, holder);
  const paths = new Map(
    files.filter(isPdf).map(({ key, stagingPath }) => [key, stagingPath]),
  );
  const sender = senderOf(holder);
  const budget = countingBudget();
  return Promise.all(
    held.map(async (file) => {
      const path = paths.get(file.key);
      const pages = path && (await countPages({ path, sender, budget }));
      return { ...file, pages: pages || undefined };
    }),
  );
}

/** Draws a page of a scan that waits, for whoever sent it; from 1 on, as of any PDF. */
export async function drawHeldPage(
  asked: Holder & { key: string; page: number; gone?: AbortSignal },
): Promise<
  { ok: true; picture: Buffer } | { ok: false; reason: NoPages | "not-found" }
> {
  const { key, page, gone, ...holder } = asked;
  const [file] = await takeHeldFiles([key], holder);
  if (!file || !isPdf(file) || page < 1 || page > maxDrawnPages)
    return { ok: false, reason: "not-found" };
  const path = file.stagingPath;
  const sender = senderOf(holder);
  const drawn = await drawPage({ path, sender, page, gone });
  if (!drawn.ok) return drawn;
  const { picture } = drawn;
  return picture ? { ok: true, picture } : { ok: false, reason: "not-found" };
}

const senderOf = ({ staffId }: Holder) => `staff ${staffId}`;

const isPdf = ({ originalName }: { originalName: string }) =>
  typeOfExtension(extensionOf(originalName)) === "pdf";
