import { saveGroup } from "#app/domain/accounts/groups.server.ts";
import { assigneeOfGroup } from "#app/domain/accounts/groups.ts";
import { setDueRule } from "#app/domain/calls/dues.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { assignResponse } from "#app/domain/triage/decisions.server.ts";
import { adviceForKinshipReaders } from "./responses/advice-alike.ts";
import { daysBefore, type Demo, fromEarlierStep, type Step } from "./steps.ts";

const slug = "call-for-advice";
/** Of the few that nobody has read some are late by it. */
const withinDays = 5;

/** By when responses should be read, and a group that some of them are given to. */
export function queueSteps(demo: Demo): Step[] {
  return [
    {
      at: daysBefore(demo, 8),
      what: "it is said by when responses should be read",
      take: () => sayWhenDue(demo),
    },
    {
      at: daysBefore(demo, 0.7),
      what: "a group is given its work",
      take: () => giveToGroup(demo),
    },
  ];
}

async function sayWhenDue({ db, staff, calls, ...demo }: Demo) {
  const { staffId } = staff.lead;
  await setDueRule(db, {
    ...{ callId: fromEarlierStep(calls, slug).id, rule: { withinDays } },
    ...{ actor: { kind: "staff", staffId }, now: daysBefore(demo, 8) },
  });
}

async function giveToGroup({ db, staff, sent, ...demo }: Demo) {
  const { lead, tomos, imogen } = staff;
  const now = daysBefore(demo, 0.7);
  const saved = await saveGroup(db, {
    name: "Kinship readers",
    members: [tomos.staffId, imogen.staffId],
    ...{ actor: { kind: "staff", staffId: lead.staffId }, now },
  });
  if (!saved.ok) throw new Error(`The group: ${saved.reason}`);
  for (const response of adviceForKinshipReaders) {
    const { reference } = fromEarlierStep(sent, response);
    const seen = { reference, viewer: lead, now };
    const found = await findVisibleResponse(db, seen);
    if (!found) throw new Error("The response was sent before");
    const { responseId, rowVersion } = found;
    const given = await assignResponse(db, {
      ...{ responseId, rowVersion, actor: lead, now },
      assigneeId: assigneeOfGroup(saved.groupId),
    });
    if (!given.ok) throw new Error(`The group's work: ${given.reason}`);
  }
}
