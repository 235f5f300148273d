import { randomBytes } from "node:crypto";
import type { JobHandlers } from "#app/domain/jobs/jobs.ts";
import {
  remindOfCase,
  tellOfCase,
} from "#app/domain/responses/safeguarding/telling.server.ts";
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
  const place = (of: { reference: string; name: string }) => ({
    ...of,
    reviewName: env.reviewName,
    at: new URL(caseAddress(of.reference), env.publicBaseUrl).href,
  });
  const { hours } = env.safeguarding;
  return {
    "safeguarding.tell": ({ caseId }) =>
      tellOfCase(db, {
        ...{ ...posting(caseId), hours },
        write: (of) => caseLetter(place(of)),
      }),
    "safeguarding.remind": ({ caseId }) =>
      remindOfCase(db, {
        ...posting(caseId),
        write: (of) => overdueLetter(place(of)),
      }),
  };
}
