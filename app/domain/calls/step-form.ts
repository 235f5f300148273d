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
  /** No time was given for it. */
  isAtOnce: boolean;
  /** What the public is told of a closing that is moved. */
  extension: Extension | undefined;
  /** Stands for what was shown: the call as it was, and what was typed. */
  seal: string;
};

type Read =
  | ({ ok: true } & ReadStep)
  | { ok: false; field: StepField; reason: StepProblem };

type StepField =
  ("day" | "time" | "which") | ("closingDay" | "closingTime" | "closingWhich");

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
  const closing = readClosing(step, form);
  if (!closing.ok) return closing;
  const moments = { at: moment.at, closing: closing.at, now };
  const plan = planStep(step, call, moments);
  if (!plan.ok) {
    const isClosing = closing.at && plan.reason === "before-opening";
    const field = isClosing ? "closingDay" : "day";
    return { ok: false, field, reason: plan.reason };
  }
  const { planned } = plan;
  const decidedBy = form.decidedBy || null;
  const extension =
    (step === "extend" || step === "earlier") && planned.closesAt
      ? extensionBy(call, { closesAt: planned.closesAt, decidedBy, now })
      : undefined;
  const at = moment.at?.toISOString() ?? "now";
  const closes = closing.at?.toISOString() ?? "";
  const seal = JSON.stringify([
    ...[call.rowVersion, step, at, form.decidedBy, closes],
  ]);
  return {
    ...{ ok: true, planned, extension, seal },
    isAtOnce: moment.at === undefined,
  };
}

/** The closing that is told with an opening; none where none was typed. */
function readClosing(
  step: CallStep,
  form: z.output<typeof stepSchema>,
): ReturnType<typeof emptyMoment> | Extract<Read, { ok: false }> {
  const { closingDay: day, closingTime: time, closingWhich: which } = form;
  if (step !== "open" || (day.trim() === "" && time.trim() === ""))
    return emptyMoment();
  const closing = readTypedMoment({ day, time, which });
  return closing.ok
    ? closing
    : { ...closing, field: closingFields[closing.field] };
}

const emptyMoment = (): { ok: true; at: Date | undefined } => ({
  ...{ ok: true, at: undefined },
});

const closingFields = {
  ...({ day: "closingDay", time: "closingTime" } as const),
  which: "closingWhich",
} as const;

function asksForTime(
  step: CallStep,
  { when }: Pick<z.output<typeof stepSchema>, "when">,
): boolean {
  return (
    step === "announce" ||
    step === "extend" ||
    step === "earlier" ||
    (step === "open" && when === "later")
  );
}
