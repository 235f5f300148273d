import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { startBucket } from "#tests/given/bucket.ts";
import { drillBriefly } from "#tests/given/drills.ts";
import { urlOf } from "#tests/setup/migrated-postgres.ts";
import { startPostgres } from "#tests/setup/postgres-server.ts";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

/** A database and a bucket with nothing in them. */
async function givenPlace(name: string) {
  const admin = openDatabase({ url: server.url });
  await sql`create database ${sql.id(name)}`.execute(admin);
  await admin.destroy();
  const { settings, bucket } = await startBucket();
  const database = { url: urlOf(server.url, name) };
  const place = { database, bucket: settings };
  return { place, bucket };
}

test(
  "the same from a PostgreSQL and a bucket to others of their kind",
  { timeout: 180_000 },
  async () => {
    const [from, to] = [await givenPlace("portal"), await givenPlace("other")];
    const { manifest } = await drillBriefly({ from: from.place, to: to.place });
    expect(from.bucket.objects.size).toBeGreaterThanOrEqual(
      manifest.files.length,
    );
    expect(to.bucket.objects.size).toBe(manifest.files.length);
  },
);
