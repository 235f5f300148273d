import { createHash } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { drawLogo } from "../files/draw-logo.server.ts";
import type { LogoFault } from "../files/logo-drawing.ts";
import type { DrawnLogo } from "./logo.ts";
import { readSettings } from "./settings.server.ts";
import type { PortalSettings } from "./settings.ts";
import {
  deleteUnusedLogos,
  insertLogo,
  selectLateSettings,
  selectLogo,
  selectLogoPicture,
} from "./logos.queries.server.ts";

const triedMilliseconds = 24 * 60 * 60_000;

/**
 * Draws a file anew as a logo and keeps it, to be looked at: nobody else sees it
 * before it is saved. What was tried a day ago and never saved is deleted.
 *
 * @param kept.path of the file that was handed in
 */
export async function keepLogo(
  db: Db,
  kept: { path: string; staffId: string; now: Date },
): Promise<{ ok: true; logo: DrawnLogo } | { ok: false; fault: LogoFault }> {
  const drawn = await drawLogo(kept.path);
  if (!drawn.ok) return drawn;
  const { single, double, width, height, isLight } = drawn.drawing;
  const hash = createHash("sha256").update(single).update(double).digest("hex");
  await db.transaction().execute(async (trx) => {
    const before = new Date(kept.now.getTime() - triedMilliseconds);
    await deleteUnusedLogos(trx, before);
    await insertLogo(trx, {
      ...{ hash, width, height, is_light: isLight ? 1 : 0 },
      ...{ single_size: single, double_size: double },
      ...{ drawn_at: kept.now.toISOString(), drawn_by_id: kept.staffId },
    });
  });
  return { ok: true, logo: { hash, width, height, isLight } };
}

/** A logo that was drawn; undefined where there is none any more. */
export async function findDrawnLogo(
  db: Db,
  hash: string,
): Promise<DrawnLogo | undefined> {
  const row = await selectLogo(db, hash);
  if (!row) return undefined;
  const { width, height, is_light } = row;
  return { hash, width, height, isLight: is_light === 1 };
}

/** @param asked.times at what density of a screen: once, or twice */
export async function readLogoPicture(
  db: Db,
  { hash, times }: { hash: string; times: 1 | 2 },
): Promise<Buffer | undefined> {
  const size = times === 1 ? "single_size" : "double_size";
  const picture = await selectLogoPicture(db, { hash, size });
  return picture === undefined ? undefined : Buffer.from(picture, "base64");
}

const mostLookedThrough = 200;
const mostEarlier = 3;

/** The logos that stood before the one that stands now, the last first, with their words. */
export async function findEarlierLogos(
  db: Db,
  now: PortalSettings["logo"],
): Promise<NonNullable<PortalSettings["logo"]>[]> {
  const rows = await selectLateSettings(db, mostLookedThrough);
  const earlier = new Map<string, NonNullable<PortalSettings["logo"]>>();
  for (const { body } of rows) {
    const { logo } = readSettings(body);
    if (logo && logo.hash !== now?.hash && !earlier.has(logo.hash))
      earlier.set(logo.hash, logo);
  }
  return [...earlier.values()].slice(0, mostEarlier);
}
