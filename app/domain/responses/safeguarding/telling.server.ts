import type { Db } from "#app/db/schema.ts";
import { selectActiveStaff } from "../../accounts/accounts.server.ts";
import { may } from "../../accounts/permissions.ts";
import {
  mailStaff,
  type StaffPosting,
} from "../../accounts/staff-mail.server.ts";
import { enqueueJob } from "../../jobs/jobs.server.ts";
import type { Letter } from "../../mail/mail.ts";
import { selectCaseById, updateCase } from "./cases.queries.server.ts";

export type Telling = Omit<StaffPosting, "kind" | "sendBefore"> & {
  caseId: number;
  hours: number;
  write: (of: { reference: string; name: string }) => Omit<Letter, "to">;
};

/** Whoever is told has a week to be reached; after it the mail would only puzzle them. */
const daysToSend = 7;

/** Reads as a lead does: a job is nobody's. */
const anyLead = { role: "lead" as const };

/**
 * Tells those who decide about cases by mail that there is one, once, and comes
 * back when the time to take it up is over. Whoever opened it knows already.
 */
export async function tellOfCase(db: Db, telling: Telling): Promise<void> {
  const { caseId, hours, now } = telling;
  await db.transaction().execute(async (trx) => {
    const found = await selectCaseById(trx, anyLead, caseId);
    if (!found || found.closedAt !== null || found.toldAt !== null) return;
    await mailLeads(trx, telling, {
      reference: found.reference,
      besides: found.openedById,
    });
    await updateCase(trx, caseId, { told_at: now.toISOString() });
    const due = new Date(found.openedAt).getTime() + hours * 3_600_000;
    await enqueueJob(trx, {
      ...{ kind: "safeguarding.remind", payload: { caseId }, now },
      runAfter: new Date(due),
    });
  });
}

/** Tells them once that nobody took a case up in time. */
export async function remindOfCase(
  db: Db,
  telling: Omit<Telling, "hours">,
): Promise<void> {
  const { caseId, now } = telling;
  await db.transaction().execute(async (trx) => {
    const found = await selectCaseById(trx, anyLead, caseId);
    if (!found || found.closedAt !== null || found.overdueToldAt !== null)
      return;
    if (found.takenUpById !== null && found.takerLeftAt === null) return;
    const { reference } = found;
    await mailLeads(trx, telling, { reference, besides: null });
    await updateCase(trx, caseId, { overdue_told_at: now.toISOString() });
  });
}

async function mailLeads(
  trx: Parameters<typeof mailStaff>[0],
  { write, ...telling }: Omit<Telling, "hours">,
  { reference, besides }: { reference: string; besides: string | null },
) {
  const leads = (await selectActiveStaff(trx)).filter(
    (member) =>
      may(member, "decide-safeguarding") && member.staffId !== besides,
  );
  const { canSend, secret, now, randomBytes } = telling;
  const end = new Date(now.getTime() + daysToSend * 86_400_000);
  await mailStaff(trx, {
    ...{ canSend, secret, now, randomBytes },
    ...{ kind: "safeguarding" as const, sendBefore: end },
    staffIds: leads.map(({ staffId }) => staffId),
    write: ({ name }) => write({ reference, name }),
  });
}
