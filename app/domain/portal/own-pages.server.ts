import type { Db } from "#app/db/schema.ts";
import {
  hasItems,
  type OwnPageKind,
  type PageBody,
  pageBodySchema,
  type PageWords,
  standingKindAt,
} from "./own-pages.ts";
import {
  selectOwnPageRow,
  selectOwnPageRows,
  selectPublishedRow,
  selectPublishedRows,
  selectPublishedTitleRows,
  selectVersionRow,
  selectVersionRows,
} from "./own-pages.queries.server.ts";

/** A page as the team keeps it. */
export type OwnPage = {
  /** undefined where nobody has changed it yet. */
  id: number | undefined;
  slug: string;
  kind: OwnPageKind;
  rowVersion: number;
  draft: { body: PageBody; at: string; by: string } | undefined;
  published: { body: PageBody; version: number; at: string } | undefined;
};

/** The body that a stored text stands for. */
export function readBody(stored: string): PageBody {
  return pageBodySchema.parse(JSON.parse(stored));
}

/** @returns undefined where there is no page at that address, and no place for one. */
export async function findOwnPage(
  db: Db,
  slug: string,
): Promise<OwnPage | undefined> {
  const row = await selectOwnPageRow(db, slug);
  if (!row) {
    const kind = standingKindAt(slug);
    const nothing = { id: undefined, draft: undefined, published: undefined };
    return kind && { slug, kind, rowVersion: 0, ...nothing };
  }
  const { id, kind, draft, drafted_at: at, published_version: version } = row;
  const { body, published_at: publishedAt } = row;
  return {
    ...{ id, slug, kind, rowVersion: row.row_version },
    draft:
      draft === null
        ? undefined
        : { body: readBody(draft), at: at ?? "", by: row.drafted_by ?? "" },
    published:
      body === null || version === null
        ? undefined
        : { body: readBody(body), version, at: publishedAt ?? "" },
  };
}

/** A page in the list of all; its title is the one that the team sees. */
export type ListedPage = {
  slug: string;
  kind: OwnPageKind;
  title: PageWords | undefined;
  publishedAt: string | undefined;
  hasDraft: boolean;
};

/** Every page that somebody has begun. */
export async function selectOwnPages(db: Db): Promise<ListedPage[]> {
  const rows = await selectOwnPageRows(db);
  return rows.map(({ slug, kind, draft, title, published_at: at }) => ({
    ...{ slug, kind, publishedAt: at ?? undefined, hasDraft: draft !== null },
    title:
      draft === null
        ? title === null
          ? undefined
          : readWords(title)
        : readBody(draft).title,
  }));
}

const readWords = (stored: string) => JSON.parse(stored) as PageWords;

/** A page that the public reads, by its name. */
export type PublishedTitle = {
  slug: string;
  kind: OwnPageKind;
  title: PageWords;
  version: number;
};

export async function selectPublishedTitles(db: Db): Promise<PublishedTitle[]> {
  const rows = await selectPublishedTitleRows(db);
  return rows.map(({ title, ...row }) => ({ ...row, title: readWords(title) }));
}

/** What the public reads at an address. */
export type PublishedPage = {
  kind: OwnPageKind;
  body: PageBody;
  publishedAt: string;
};

/** @returns undefined where the public reads nothing of the review's own there. */
export async function findPublishedPage(
  db: Db,
  slug: string,
): Promise<PublishedPage | undefined> {
  const row = await selectPublishedRow(db, slug);
  if (!row) return undefined;
  const { kind, body, published_at: publishedAt } = row;
  return { kind, body: readBody(body), publishedAt };
}

/** What the public reads at some addresses; one statement, and none for no address. */
export async function findPublishedPages(
  db: Db,
  slugs: string[],
): Promise<(PublishedPage & { slug: string })[]> {
  if (slugs.length === 0) return [];
  const rows = await selectPublishedRows(db, slugs);
  return rows.map(({ body, published_at: publishedAt, ...row }) => ({
    ...{ ...row, publishedAt, body: readBody(body) },
  }));
}

/** Of one page, the newest first. */
export async function selectPageVersions(
  db: Db,
  { id }: Pick<OwnPage, "id">,
): Promise<{ version: number; publishedAt: string; by: string }[]> {
  if (id === undefined) return [];
  const rows = await selectVersionRows(db, id);
  return rows.map(
    ({ version, published_at: publishedAt, published_by: by }) => ({
      ...{ version, publishedAt, by },
    }),
  );
}

export async function findPageVersion(
  db: Db,
  { id }: Pick<OwnPage, "id">,
  version: number,
): Promise<{ body: PageBody; publishedAt: string } | undefined> {
  const row =
    id === undefined
      ? undefined
      : await selectVersionRow(db, { pageId: id, version });
  return row && { body: readBody(row.body), publishedAt: row.published_at };
}

/** What a form begins with: the working copy, or what the public reads, or what stands there before anybody wrote. */
export function bodyInWork(
  { kind, draft, published }: OwnPage,
  first: PageBody,
): PageBody {
  const { items = [], ...body } = draft?.body ?? published?.body ?? first;
  return hasItems(kind) ? { ...body, items } : body;
}
