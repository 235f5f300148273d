import type { z } from "zod";
import {
  type CallStep,
  planStep,
  type PlannedStep,
  type StepProblem,
  type stepSchema,
} from "./call-steps.ts";
import type { CallState } from "./calls.ts";
import { type Extension, extensionBy } from "./extensions.ts";
import { readTypedMoment } from "./typed-time.ts";

type SeenCall = {
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
  rowVersion: number;
};

export type ReadStep = {
  planned: PlannedStep;
  /** What the public is told of a closing that is moved. */
  extension: Extension | undefined;
  /** Stands for what was shown: the call as it was, and what was typed. */
  seal: string;
};

type Read =
  | ({ ok: true } & ReadStep)
  | { ok: false; field: "day" | "time" | "which"; reason: StepProblem };

/** What the form of a step asks for, of a call for which it may be taken. */
export function readStep(
  step: CallStep,
  call: SeenCall,
  form: z.output<typeof stepSchema>,
  now: Date,
): Read {
  const moment = asksForTime(step, form)
    ? readTypedMoment(form)
    : { ok: true as const, at: undefined };
  if (!moment.ok) return moment;
  const plan = planStep(step, call, { at: moment.at, now });
  if (!plan.ok) return { ok: false, field: "day", reason: plan.reason };
  const { planned } = plan;
  const decidedBy = form.decidedBy || null;
  const extension =
    step === "extend" && planned.closesAt
      ? extensionBy(call, { closesAt: planned.closesAt, decidedBy, now })
      : undefined;
  const at = moment.at?.toISOString() ?? "now";
  const seal = JSON.stringify([call.rowVersion, step, at, form.decidedBy]);
  return { ok: true, planned, extension, seal };
}

function asksForTime(
  step: CallStep,
  { when }: Pick<z.output<typeof stepSchema>, "when">,
): boolean {
  return (
    step === "announce" ||
    step === "extend" ||
    (step === "open" && when === "later")
  );
}
