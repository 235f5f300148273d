import { randomBytes } from "node:crypto";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import {
  remindOfCase,
  tellOfCase,
} from "#app/domain/responses/safeguarding/telling.server.ts";
import { findToldSettings } from "#app/domain/portal/settings.server.ts";
import { caseAddress } from "#app/safeguarding-addresses.ts";
import {
  caseLetter,
  overdueLetter,
} from "#app/words/review-en/case-letters.ts";
import type { WorkSurroundings } from "./work-surroundings.ts";

type Handled = "safeguarding.tell" | "safeguarding.remind";

/** Tells those who decide about cases that there is one, and that nobody took it up in time. */
export function createSafeguardingHandlers({
  db,
  env,
  now,
}: WorkSurroundings): Pick<JobHandlers, Handled> {
  const posting = (caseId: number) => ({
    ...{ caseId, canSend: env.mail !== undefined, secret: env.secret },
    ...{ now: now(), randomBytes },
  });
  const placeIn =
    (reviewName: string) => (of: { reference: string; name: string }) => ({
      ...{ ...of, reviewName },
      at: new URL(caseAddress(of.reference), env.publicBaseUrl).href,
    });
  return {
    "safeguarding.tell": async ({ caseId }) => {
      const { name, hours } = await findToldSettings(db, env);
      const place = placeIn(name);
      return tellOfCase(db, {
        ...{ ...posting(caseId), hours },
        write: (of) => caseLetter(place(of)),
      });
    },
    "safeguarding.remind": async ({ caseId }) => {
      const { name } = await findToldSettings(db, env);
      const place = placeIn(name);
      return remindOfCase(db, {
        ...posting(caseId),
        write: (of) => overdueLetter(place(of)),
      });
    },
  };
}
