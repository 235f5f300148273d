import { randomBytes } from "node:crypto";
import {
  afterwardsAddress,
  keptCallAddress,
  openingAddress,
} from "#app/call-addresses.ts";
import { editorAddress } from "#app/authoring-addresses.ts";
import { publishWhereDue } from "#app/domain/calls/authoring/publish-at.server.ts";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { findToldSettings } from "#app/domain/portal/settings.server.ts";
import { tellOfCall } from "#app/domain/team/call-mails.server.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import {
  callLetter,
  type CallLetterKind,
} from "#app/words/review-en/call-letters.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

const changeAddress = (slug: string) => editorAddress(slug, "publish");

/** Where what is told of is looked at. */
const places: Record<CallLetterKind, (slug: string) => string> = {
  "opening-asked": openingAddress,
  "opening-approved": keptCallAddress,
  "opening-returned": openingAddress,
  "opening-fell": keptCallAddress,
  "change-asked": changeAddress,
  "change-approved": keptCallAddress,
  "change-published": keptCallAddress,
  "change-returned": changeAddress,
  "change-fell": changeAddress,
  "publishing-cancelled": changeAddress,
  "published-alone": afterwardsAddress,
};

/** Publishes what is due, and tells who keeps calls what waits for them. */
export function createCallHandlers({
  db,
  env,
  now,
}: WorkSurroundings): Pick<JobHandlers, "call.publish" | "call.tell"> {
  const { secret, publicBaseUrl } = env;
  const canSend = env.mail !== undefined;
  return {
    "call.publish": ({ callId }) => publishWhereDue(db, { callId, now: now() }),
    "call.tell": async ({ tellingId }) => {
      const { name: reviewName } = await findToldSettings(db, env);
      return tellOfCall(db, {
        ...{ tellingId, canSend, secret, now: now(), randomBytes },
        write: ({ kind, slug, due, ...of }) =>
          callLetter(kind, {
            ...{ ...of, reviewName, due: due && formatTime(due) },
            at: new URL(places[kind](slug), publicBaseUrl).href,
          }),
      });
    },
  };
}
