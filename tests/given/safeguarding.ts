import type { Db } from "#app/db/schema.ts";
import {
  answerProposal,
  proposeOutcome,
} from "#app/domain/responses/safeguarding/deciding.server.ts";
import type { CaseEnding } from "#app/domain/responses/safeguarding/cases.ts";
import { readWholeCase } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { givenColleague } from "./people.ts";

/** Two leads close the case of a response. */
export async function closeCase(
  db: Db,
  of: { responseId: number; now: Date; ending?: CaseEnding },
) {
  const { responseId, now, ending = "release" } = of;
  const first = await givenColleague(db, { role: "lead" });
  const second = await givenColleague(db, { role: "lead" });
  const about = { responseId, words: "Told the council.", now };
  await proposeOutcome(db, {
    ...{ ...about, actor: first, outcome: "passed-on", ending },
  });
  const whole = await readWholeCase(db, { responseId, viewer: first });
  const proposalId = whole?.proposals.at(-1)?.proposalId ?? 0;
  return answerProposal(db, {
    ...{ ...about, actor: second, answer: "agreed", proposalId },
  });
}

/** Somebody leaves the team. */
export async function setStaffDisabled(db: Db, staffId: string, at: Date) {
  await db
    .updateTable("staff")
    .set({ disabled_at: at.toISOString() })
    .where("id", "=", staffId)
    .execute();
}
