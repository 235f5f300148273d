import { findCall } from "#app/domain/calls/calls.server.ts";
import { readOwnIdentity } from "#app/domain/responses/identity.server.ts";
import {
  type OwnResponse,
  selectOwnEvents,
} from "#app/domain/responses/own-responses.server.ts";
import { readEarlierAnswers } from "#app/domain/responses/versions-read.server.ts";
import type { RequestContext } from "./context.server.ts";

/** Everything that is held of a response, for its sender; reading what is kept apart is written down. */
export async function readAllHeld(
  own: OwnResponse,
  { db, now }: Pick<RequestContext, "db" | "now">,
) {
  const { responseId, callId } = own;
  const identity = await readOwnIdentity(db, { responseId, now: now() });
  const events = await selectOwnEvents(db, responseId);
  const stands = { id: responseId, current_version: own.version };
  const earlier = await readEarlierAnswers(db, stands);
  return { own, earlier, call: await findCall(db, callId), identity, events };
}
