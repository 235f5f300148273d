import type { Db } from "#app/db/schema.ts";
import { changeCallState, type StateRefusal } from "./call-states.server.ts";
import type { CallStep } from "./call-steps.ts";
import { proposeOpening } from "./openings.server.ts";
import type { ReadStep } from "./step-form.ts";

type StepTaken = {
  step: CallStep;
  /** As it was looked at. */
  call: { id: number; rowVersion: number };
  read: ReadStep;
  decidedBy: string | null;
  staffId: string;
  now: Date;
};

/** Takes a step that was looked at. Opening is asked for: a colleague decides it. */
export async function takeStep(
  db: Db,
  { step, call, read, decidedBy, staffId, now }: StepTaken,
): Promise<{ ok: true } | { ok: false; reason: StateRefusal }> {
  const { planned, isAtOnce } = read;
  const of = { callId: call.id, seenVersion: call.rowVersion, now };
  const { opensAt, closesAt } = planned;
  if (step === "open")
    return proposeOpening(db, {
      ...{ ...of, staffId, closesAt },
      opensAt: isAtOnce ? null : opensAt,
    });
  return changeCallState(db, {
    ...{ ...of, opensAt, closesAt, to: planned.state, decidedBy },
    actor: { kind: "staff", staffId },
  });
}
