import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import type { ProvenPerson } from "./provider.ts";

/** Whoever is linked to an account with a provider. */
export async function selectLinkedAccount(
  db: Db,
  { issuer, subject }: Pick<ProvenPerson, "issuer" | "subject">,
) {
  return db
    .selectFrom("staff_provider_links")
    .innerJoin("staff", "staff.id", "staff_provider_links.staff_id")
    .select(["staff.id as staffId", "staff.disabled_at as disabledAt"])
    .where("staff_provider_links.issuer", "=", issuer)
    .where("staff_provider_links.subject", "=", subject)
    .executeTakeFirst();
}

/** What somebody is linked to, the newest first: with a provider to one account, and before it there may have been another provider. */
export async function selectLinksOf(
  db: Db,
  staffId: string,
): Promise<{ issuer: string; linkedAt: string }[]> {
  return db
    .selectFrom("staff_provider_links")
    .select(["issuer", "linked_at as linkedAt"])
    .where("staff_id", "=", staffId)
    .orderBy("linked_at", "desc")
    .orderBy("issuer")
    .execute();
}

export async function insertLink(
  trx: Trx,
  row: NewRow<"staff_provider_links">,
): Promise<void> {
  await trx.insertInto("staff_provider_links").values(row).execute();
}

/** @returns false where there was none. */
export async function deleteLinksOf(
  trx: Trx,
  staffId: string,
): Promise<boolean> {
  const result = await trx
    .deleteFrom("staff_provider_links")
    .where("staff_id", "=", staffId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
