import type { LoaderFunctionArgs } from "@remix-run/node";
import { selectDayRoots } from "#app/domain/proofs/days.server.ts";
import { selectReceiptKeys } from "#app/domain/proofs/keys.server.ts";
import type { KnownProofs } from "#app/domain/proofs/receipt-file.ts";

/** What a signed receipt is checked by, without this portal. How many there were on a day is told where it is more than a few, and only on the page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, env } = context;
  const keys = await selectReceiptKeys(db, env.secret);
  const days = await selectDayRoots(db);
  const known = {
    keys: keys.map(({ kid, x, usedSince }) => ({
      ...{ kid, kty: "OKP", crv: "Ed25519", alg: "EdDSA", x },
      usedSince: usedSince ?? null,
    })),
    days: days.map(({ day, root }) => ({ day, root })),
  } satisfies KnownProofs;
  return new Response(`${JSON.stringify(known, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="receipt-keys.json"',
      "Cache-Control": "no-cache",
    },
  });
}
