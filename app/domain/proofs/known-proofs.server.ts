import type { Db } from "#app/db/schema.ts";
import { selectDayRoots } from "./days.server.ts";
import { selectReceiptKeys } from "./keys.server.ts";

/** By what this portal checks a receipt: its keys, whichever secret they were of, and every day's root. */
export async function readKnownProofs(db: Db, secret: string) {
  return {
    keys: await selectReceiptKeys(db, secret),
    days: (await selectDayRoots(db)).map(({ day, root }) => ({ day, root })),
  };
}
