import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { isSameJson } from "../text/canonical-json.ts";
import {
  isTooLong,
  maxOwnPages,
  type OwnPageKind,
  type PageBody,
  reservedSlugs,
} from "./own-pages.ts";
import { dateItems, type PageEdit } from "./page-edits.ts";
import {
  countOwnPages,
  deleteOwnPage,
  insertOwnPage,
  insertPageVersion,
  selectHighestVersion,
  updateOwnPage,
} from "./own-pages.queries.server.ts";
import { bodyInWork, findOwnPage, type OwnPage } from "./own-pages.server.ts";

type Keeping = { slug: string; staffId: string; now: Date };

/** Who changes which page, and what stands on it before anybody has written it. */
export type PageKeeping = Keeping & { first: PageBody };

async function record(
  trx: Trx,
  { slug, staffId, now }: Keeping,
  type: string,
  details: Record<string, string | number> = {},
) {
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "staff", staffId } },
    ...{ subject: { kind: "staff" }, type: `portal.page-${type}` },
    details: { page: slug, ...details },
  });
}

/** @returns false where there is a page at that address. */
async function begin(
  trx: Trx,
  { slug, staffId, now }: Keeping,
  { kind, draft }: { kind: OwnPageKind; draft?: PageBody },
): Promise<boolean> {
  const at = now.toISOString();
  return insertOwnPage(trx, {
    ...{ slug, kind, created_at: at, created_by_id: staffId },
    ...(draft && {
      ...{ draft: JSON.stringify(draft), drafted_at: at },
      drafted_by_id: staffId,
    }),
  });
}

type StoredPage = OwnPage & { id: number };

async function requireStored(trx: Trx, slug: string): Promise<StoredPage> {
  const page = await findOwnPage(trx, slug);
  if (page?.id === undefined) throw new Error("A page is not there");
  return { ...page, id: page.id };
}

export type EditOutcome<Reason extends string> =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: Reason | "too-long" | "changed-meanwhile" };

/**
 * Changes the working copy of a page, and makes it where this is the first
 * change. The edit is given what stands there now, and gives back what should.
 */
export async function editOwnPage<Reason extends string>(
  db: Db,
  keeping: PageKeeping,
  edit: (before: PageBody) => PageEdit<Reason>,
): Promise<EditOutcome<Reason>> {
  const { slug, staffId, now, first } = keeping;
  return db.transaction().execute(async (trx) => {
    const found = await findOwnPage(trx, slug);
    if (!found) throw new Error("There is no place for such a page");
    const before = bodyInWork(found, first);
    const edited = edit(before);
    if ("refused" in edited) return { ok: false, reason: edited.refused };
    const { after, what } = edited;
    if (isSameJson(after, before)) return { ok: true, isChanged: false };
    if (isTooLong(after)) return { ok: false, reason: "too-long" };
    if (found.id === undefined) await begin(trx, keeping, { kind: found.kind });
    const page = await requireStored(trx, slug);
    const isSaved = await updateOwnPage(trx, page, {
      ...{ draft: JSON.stringify(after), drafted_at: now.toISOString() },
      drafted_by_id: staffId,
    });
    if (!isSaved) return { ok: false, reason: "changed-meanwhile" };
    await record(trx, keeping, "edited", { what });
    return { ok: true, isChanged: true };
  });
}

/** Makes a page of the review's own, which nobody reads until it is published. */
export async function addOwnPage(
  db: Db,
  keeping: Keeping & { draft: PageBody },
): Promise<
  { ok: true } | { ok: false; reason: "reserved" | "taken" | "full" }
> {
  const { slug, draft } = keeping;
  if (reservedSlugs.includes(slug)) return { ok: false, reason: "reserved" };
  return db.transaction().execute(async (trx) => {
    if ((await countOwnPages(trx)) >= maxOwnPages)
      return { ok: false, reason: "full" };
    const isNew = await begin(trx, keeping, { kind: "free", draft });
    if (!isNew) return { ok: false, reason: "taken" };
    await record(trx, keeping, "added");
    return { ok: true };
  });
}

/** As the page was looked at. */
export type PageSeen = PageKeeping & { rowVersion: number };

type Settled<Reason extends string = never> =
  { ok: true } | { ok: false; reason: Reason | "changed-meanwhile" };

const noDraft = { draft: null, drafted_at: null, drafted_by_id: null };

/** The working copy becomes what the public reads; what it read before is kept. */
export async function publishOwnPage(
  db: Db,
  seen: PageSeen,
): Promise<Settled<"nothing-changed">> {
  return settle(db, seen, async (trx, page) => {
    const { draft, published } = page;
    if (!draft || isSameJson(draft.body, published?.body))
      return { ok: false, reason: "nothing-changed" };
    const body = dateItems(draft.body, published?.body, seen.now);
    const version = (await selectHighestVersion(trx, page.id)) + 1;
    await insertPageVersion(trx, {
      ...{ page_id: page.id, version, body: JSON.stringify(body) },
      title: JSON.stringify(body.title),
      published_at: seen.now.toISOString(),
      published_by_id: seen.staffId,
    });
    await updateOwnPage(trx, page, { ...noDraft, published_version: version });
    await record(trx, seen, "published", { version });
    return { ok: true };
  });
}

/** The public no longer reads it; its words become the working copy, where there is none. */
export async function takeDownOwnPage(
  db: Db,
  seen: PageSeen,
): Promise<Settled> {
  return settle(db, seen, async (trx, page) => {
    const { draft, published } = page;
    if (!published) return { ok: true };
    const kept = draft ?? { body: published.body };
    await updateOwnPage(trx, page, {
      ...{ published_version: null, draft: JSON.stringify(kept.body) },
      drafted_at: seen.now.toISOString(),
      drafted_by_id: seen.staffId,
    });
    await record(trx, seen, "taken-down");
    return { ok: true };
  });
}

/** Drops what was changed and not published; of a page that never was published, the page itself. */
export async function discardPageDraft(
  db: Db,
  seen: PageSeen,
): Promise<Settled> {
  return settle(db, seen, async (trx, page) => {
    const isKept =
      page.published !== undefined ||
      (await selectHighestVersion(trx, page.id)) > 0;
    if (isKept) await updateOwnPage(trx, page, noDraft);
    else await deleteOwnPage(trx, page);
    await record(trx, seen, isKept ? "draft-discarded" : "deleted");
    return { ok: true };
  });
}

/** In one transaction, where the page stands as it was looked at. */
async function settle<Reason extends string>(
  db: Db,
  { slug, rowVersion }: PageSeen,
  change: (trx: Trx, page: StoredPage) => Promise<Settled<Reason>>,
): Promise<Settled<Reason>> {
  return db.transaction().execute(async (trx) => {
    const page = await findOwnPage(trx, slug);
    if (page?.id === undefined || page.rowVersion !== rowVersion)
      return { ok: false, reason: "changed-meanwhile" };
    return change(trx, { ...page, id: page.id });
  });
}
