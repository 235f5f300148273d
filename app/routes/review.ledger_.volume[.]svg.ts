import type { LoaderFunctionArgs } from "@remix-run/node";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { respondWithPicture } from "#app/http/pictures/draw.server.ts";
import { readLedger } from "#app/domain/ledger/ledger.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { addUp } from "#app/screens/review/ledger.ts";
import { describeVolume } from "#app/screens/review/ledger-volume.ts";

/** A resource route: what came in on each day as a picture, of one call or of all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const { db } = context;
  const slug = new URL(request.url).searchParams.get("call");
  const all = await selectAllCalls(db);
  const one = all.find((call) => call.slug === slug);
  const calls = one ? [one] : all;
  const { calls: ledgers } = await readLedger(db, viewer, context.now());
  const added = addUp(
    ledgers.filter(({ callId }) => calls.some(({ id }) => id === callId)),
  );
  const volume = describeVolume(added, calls);
  return respondWithPicture({ of: "volume", volume });
}
