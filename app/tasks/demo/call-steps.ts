import type { CallState } from "#app/domain/calls/calls.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import { tellOutcome } from "#app/domain/calls/calls.server.ts";
import {
  approveOpening,
  findOpeningProposal,
  proposeOpening,
} from "#app/domain/calls/openings.server.ts";
import { changeLiveCall } from "./change-live-call.ts";
import { demoCalls, type DemoCall } from "./demo-calls.ts";
import { makeDemoCall } from "./make-call.ts";
import { type Demo, fromEarlierStep, type Step } from "./steps.ts";

/** Each call is prepared, opened, and where it has a closing time, announced and closed. */
export function callSteps(demo: Demo): Step[] {
  return demoCalls(demo.now).flatMap((call) => {
    const opensAt = new Date(call.opensAt);
    const steps = [prepare(demo, call), open(demo, call)];
    if (call.slug === "call-for-advice")
      steps.push(changeLiveCall(demo, daysAfter(opensAt, 14)));
    if (call.state === "closing-announced")
      steps.push(
        change(demo, call, { at: daysAfter(opensAt, 21), to: call.state }),
      );
    if (call.state === "closed" && call.closesAt)
      steps.push(
        change(demo, call, { at: new Date(call.closesAt), to: "closed" }),
      );
    if (call.outcome && call.closesAt)
      steps.push(tell(demo, call, daysAfter(new Date(call.closesAt), 14)));
    return steps;
  });
}

const daysAfter = (moment: Date, days: number) =>
  new Date(moment.getTime() + days * 86_400_000);

function prepare(demo: Demo, call: DemoCall): Step {
  const at = daysAfter(new Date(call.opensAt), -4);
  return {
    at,
    what: `${call.slug} is prepared`,
    take: async () => {
      demo.calls.set(call.slug, await makeDemoCall(demo, call, at));
    },
  };
}

/** One asks for it, and a colleague who looks at the same words and times approves it. */
function open(demo: Demo, call: DemoCall): Step {
  const at = new Date(call.opensAt);
  const closesAt = call.state === "closed" ? call.closesAt : null;
  return {
    at,
    what: `${call.slug} opens`,
    take: async () => {
      const { db, staff } = demo;
      const made = fromEarlierStep(demo.calls, call.slug);
      const { id: callId, rowVersion: seenVersion } = made;
      const asked = { callId, staffId: staff.admin.staffId, now: at };
      const times = { opensAt: null, closesAt, seenVersion };
      await proposeOpening(db, { ...asked, ...times });
      const { proposed } = await findOpeningProposal(db, made);
      const { staffId } = staff.lead;
      const looked = { callId, staffId, now: at, seal: proposed?.seal ?? "" };
      const outcome = await approveOpening(db, looked);
      if (!outcome.ok) throw new Error(`${call.slug}: ${outcome.reason}`);
    },
  };
}

function tell(demo: Demo, call: DemoCall, at: Date): Step {
  return {
    at,
    what: `what came of ${call.slug} is told`,
    take: async () => {
      await tellOutcome(demo.db, {
        callId: fromEarlierStep(demo.calls, call.slug).id,
        outcome: call.outcome ?? null,
        actor: { kind: "staff", staffId: demo.staff.admin.staffId },
        now: at,
      });
    },
  };
}

function change(
  demo: Demo,
  call: DemoCall,
  { at, to }: { at: Date; to: CallState },
): Step {
  return {
    at,
    what: `${call.slug} becomes ${to}`,
    take: async () => {
      const outcome = await changeCallState(demo.db, {
        callId: fromEarlierStep(demo.calls, call.slug).id,
        to,
        closesAt: to === "open" ? null : call.closesAt,
        actor: { kind: "staff", staffId: demo.staff.admin.staffId },
        now: at,
      });
      if (!outcome.ok) throw new Error(`${call.slug}: ${outcome.reason}`);
    },
  };
}
