import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** Every page that somebody has begun, with the version that the public reads where there is one. */
function everyPage(db: Db) {
  return db
    .selectFrom("own_pages")
    .leftJoin("own_page_versions as published", (join) =>
      join
        .onRef("published.page_id", "=", "own_pages.id")
        .onRef("published.version", "=", "own_pages.published_version"),
    );
}

/** The pages that the public reads, each with that version. */
function publishedPages(db: Db) {
  return db
    .selectFrom("own_pages")
    .innerJoin("own_page_versions as published", (join) =>
      join
        .onRef("published.page_id", "=", "own_pages.id")
        .onRef("published.version", "=", "own_pages.published_version"),
    );
}

/** Every page that somebody has begun, with the title that the public reads. */
export async function selectOwnPageRows(db: Db) {
  return everyPage(db)
    .select([
      "own_pages.slug",
      "own_pages.kind",
      "own_pages.draft",
      "own_pages.drafted_at",
      "published.title",
      "published.published_at",
    ])
    .orderBy("own_pages.id")
    .execute();
}

/** Those that the public reads. */
export async function selectPublishedTitleRows(db: Db) {
  return publishedPages(db)
    .select([
      "own_pages.slug",
      "own_pages.kind",
      "published.title",
      "published.version",
    ])
    .orderBy("own_pages.id")
    .execute();
}

export async function selectOwnPageRow(db: Db, slug: string) {
  return everyPage(db)
    .leftJoin("staff", "staff.id", "own_pages.drafted_by_id")
    .select([
      "own_pages.id",
      "own_pages.kind",
      "own_pages.draft",
      "own_pages.drafted_at",
      "own_pages.row_version",
      "own_pages.published_version",
      "staff.name as drafted_by",
      "published.body",
      "published.published_at",
    ])
    .where("own_pages.slug", "=", slug)
    .executeTakeFirst();
}

/** The page as the public reads it. */
export async function selectPublishedRow(db: Db, slug: string) {
  return publishedPages(db)
    .select(["own_pages.kind", "published.body", "published.published_at"])
    .where("own_pages.slug", "=", slug)
    .executeTakeFirst();
}

/** Several pages as the public reads them. */
export async function selectPublishedRows(db: Db, slugs: string[]) {
  return publishedPages(db)
    .select([
      "own_pages.slug",
      "own_pages.kind",
      "published.body",
      "published.published_at",
    ])
    .where("own_pages.slug", "in", slugs)
    .execute();
}

/** Of one page, the newest first. */
export async function selectVersionRows(db: Db, pageId: number) {
  return db
    .selectFrom("own_page_versions")
    .innerJoin("staff", "staff.id", "own_page_versions.published_by_id")
    .select([
      "own_page_versions.version",
      "own_page_versions.title",
      "own_page_versions.published_at",
      "staff.name as published_by",
    ])
    .where("own_page_versions.page_id", "=", pageId)
    .orderBy("own_page_versions.version", "desc")
    .execute();
}

export async function selectVersionRow(
  db: Db,
  { pageId, version }: { pageId: number; version: number },
) {
  return db
    .selectFrom("own_page_versions")
    .select(["body", "published_at"])
    .where("page_id", "=", pageId)
    .where("version", "=", version)
    .executeTakeFirst();
}

export async function selectHighestVersion(
  trx: Trx,
  pageId: number,
): Promise<number> {
  const { version } = await trx
    .selectFrom("own_page_versions")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("page_id", "=", pageId)
    .executeTakeFirstOrThrow();
  return Number(version ?? 0);
}

export async function countOwnPages(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom("own_pages")
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** @returns false where there is a page at that address. */
export async function insertOwnPage(
  trx: Trx,
  row: NewRow<"own_pages">,
): Promise<boolean> {
  const inserted = await trx
    .insertInto("own_pages")
    .values(row)
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertPageVersion(
  trx: Trx,
  row: NewRow<"own_page_versions">,
): Promise<void> {
  await trx.insertInto("own_page_versions").values(row).execute();
}

type PageSet = Partial<
  Pick<
    NewRow<"own_pages">,
    "draft" | "drafted_at" | "drafted_by_id" | "published_version"
  >
>;

/** @returns false where somebody changed the page since that version of its row. */
export async function updateOwnPage(
  trx: Trx,
  { id, rowVersion }: { id: number; rowVersion: number },
  set: PageSet,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("own_pages")
    .set({ ...set, row_version: rowVersion + 1 })
    .where("id", "=", id)
    .where("row_version", "=", rowVersion)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** @returns false where somebody changed it meanwhile. */
export async function deleteOwnPage(
  trx: Trx,
  { id, rowVersion }: { id: number; rowVersion: number },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("own_pages")
    .where("id", "=", id)
    .where("row_version", "=", rowVersion)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
}
