import { expect, test } from "vitest";
import {
  acceptSecret,
  knowSecret,
} from "#app/domain/keeping/known-secret.server.ts";
import { refuseOtherSecret } from "#app/tasks/refuse-other-secret.server.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const first = "the secret of the first server that was started";
const other = "a secret that somebody made for the second one";
const now = new Date("2026-11-26T09:00:00.000Z");
const later = new Date("2026-11-27T09:00:00.000Z");

test("a database knows the secret of its first server, and refuses a server with another in words", async () => {
  const { db } = openTestDatabase();
  await refuseOtherSecret(db, { secret: first, now });
  await refuseOtherSecret(db, { secret: first, now: later });
  const refused = refuseOtherSecret(db, { secret: other, now: later });
  await expect(refused).rejects.toThrow(
    /has known since 2026-11-26\. .*receipt and late codes.*npm run secret:accept/,
  );
  await refuseOtherSecret(db, { secret: first, now: later });
});

test("of two servers that start at once with two secrets one is refused", async () => {
  const { db } = openTestDatabase();
  const starts = [first, other].map((secret) =>
    knowSecret(db, { secret, now }),
  );
  const outcomes = await Promise.all(starts);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a secret that is lost gives way to another, which is the only one then", async () => {
  const { db } = openTestDatabase();
  await knowSecret(db, { secret: first, now });
  expect(await acceptSecret(db, { secret: other, now: later })).toBe(true);
  expect(await acceptSecret(db, { secret: other, now: later })).toBe(false);
  expect(await knowSecret(db, { secret: other, now: later })).toEqual({
    ok: true,
  });
  expect(await knowSecret(db, { secret: first, now: later })).toEqual({
    ok: false,
    knownSince: later.toISOString(),
  });
});

test("what is kept gives nothing of the secret away", async () => {
  const { db } = openTestDatabase();
  await knowSecret(db, { secret: first, now });
  const [row] = await db.selectFrom("known_secrets").selectAll().execute();
  expect(row?.mark).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(row)).not.toContain(first);
});
