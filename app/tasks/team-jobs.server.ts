import { randomBytes } from "node:crypto";
import { queueAddress } from "#app/addresses.ts";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import { tellOfHandOvers } from "#app/domain/responses/hand-over-mails.server.ts";
import { findToldSettings } from "#app/domain/portal/settings.server.ts";
import { handOverLetter } from "#app/words/review-en/hand-over-letters.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

/** What waits for somebody: with themselves, or with a group that they are in. */
const ownWork = "(with:me OR with:my-groups) state:to-do";

/** Tells people of the team what was handed to them. */
export function createTeamHandlers({
  db,
  env,
  now,
}: WorkSurroundings): Pick<JobHandlers, "team.tell-handed-over"> {
  const { secret, publicBaseUrl } = env;
  const own = queueAddress(new URLSearchParams({ q: ownWork }));
  const at = new URL(own, publicBaseUrl).href;
  const canSend = env.mail !== undefined;
  return {
    "team.tell-handed-over": async ({ staffId }) => {
      const { name: reviewName } = await findToldSettings(db, env);
      return tellOfHandOvers(db, {
        ...{ staffId, canSend, secret, now: now(), randomBytes },
        write: (of) => handOverLetter({ ...of, reviewName, at }),
      });
    },
  };
}
