import type { Db, Trx } from "#app/db/schema.ts";
import type { ClockSighting } from "./clock.ts";

export async function selectClockSighting(
  db: Db,
): Promise<ClockSighting | undefined> {
  const row = await db
    .selectFrom("clock_sightings")
    .selectAll()
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    seenAt: new Date(row.seen_at),
    trustedAt: new Date(row.trusted_at),
    suspectedSince:
      row.suspected_since === null ? undefined : new Date(row.suspected_since),
  };
}

export async function upsertClockSighting(
  trx: Trx,
  sighting: ClockSighting,
): Promise<void> {
  const row = {
    seen_at: sighting.seenAt.toISOString(),
    trusted_at: sighting.trustedAt.toISOString(),
    suspected_since: sighting.suspectedSince?.toISOString() ?? null,
  };
  await trx
    .insertInto("clock_sightings")
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}
