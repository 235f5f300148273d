import { z } from "zod";
import { type CallStanding, callStanding } from "./call-standing.ts";
import type { CallState } from "./calls.ts";
import { maxDeciderCharacters } from "./extensions.ts";
import { type TypedMomentProblem, whichOfTwo } from "./typed-time.ts";

/** What whoever keeps a call can do about when it takes answers, in the order of its life. */
export const callSteps = [
  "open",
  "prepare",
  "announce",
  "extend",
  "earlier",
  "late",
  "close",
  "archive",
] as const;
export type CallStep = (typeof callSteps)[number];

/** Why a step cannot be taken now. */
export type StepRefusal =
  | "is-draft"
  | "was-open"
  | "is-open"
  | "is-closed"
  | "is-archived"
  | "takes-late"
  | "closing-announced"
  | "no-closing-announced"
  | "close-first";

type Times = {
  state: CallState;
  opensAt: string | null;
  closesAt: string | null;
};

type Table = Record<CallStep, Record<CallStanding, "yes" | StepRefusal>>;

const always = (reason: StepRefusal) => ({
  ...{ draft: reason, "opens-later": reason, open: reason },
  ...{ "closing-announced": reason, "closed-by-time": reason },
  ...{ "closed-late-accepted": reason, closed: reason },
  archived: "is-archived" as const,
});
const yes = "yes" as const;

/** Each step with where a call has to stand for it. */
const steps: Table = {
  open: {
    ...always("is-closed"),
    ...{ draft: yes, "opens-later": yes },
    ...{ open: "is-open", "closing-announced": "is-open" },
  },
  prepare: {
    ...always("was-open"),
    ...{ draft: "is-draft", "opens-later": yes },
  },
  announce: {
    ...always("is-closed"),
    ...{ draft: "is-draft", "opens-later": yes, open: yes },
    "closing-announced": "closing-announced",
  },
  extend: {
    ...always("no-closing-announced"),
    ...{ draft: "is-draft", "closing-announced": yes, "closed-by-time": yes },
    ...{ "closed-late-accepted": yes, closed: yes },
  },
  earlier: {
    ...always("no-closing-announced"),
    ...{ draft: "is-draft", "closing-announced": yes },
  },
  late: {
    ...always("takes-late"),
    ...{ draft: "is-draft", "opens-later": yes, open: yes },
    ...{ "closing-announced": yes, "closed-by-time": yes, closed: yes },
  },
  close: {
    ...always("is-closed"),
    ...{ draft: "is-draft", "opens-later": yes, open: yes },
    ...{ "closing-announced": yes, "closed-late-accepted": yes },
  },
  archive: {
    ...always("close-first"),
    ...{ draft: "is-draft", "closed-by-time": yes, closed: yes },
  },
};

/** Why a step cannot be taken now; undefined where it can. */
export function stepRefusal(
  step: CallStep,
  call: Times,
  now: Date,
): StepRefusal | undefined {
  const standing = callStanding(call, now);
  // A call that opens later may have been told to close at a time already.
  if (standing === "opens-later" && call.closesAt !== null) {
    if (step === "announce") return "closing-announced";
    if (step === "extend" || step === "earlier") return undefined;
  }
  const answer = steps[step][standing];
  return answer === "yes" ? undefined : answer;
}

/** What can be the matter with the form of a step. */
export type StepProblem =
  | TypedMomentProblem["reason"]
  | "in-the-past"
  | "not-later"
  | "not-earlier"
  | "before-opening"
  | "after-closing"
  | "decider-too-long";

const because = (problem: StepProblem) => problem;

export const stepSchema = z.object({
  /** Of opening: now, or at the time that is given. */
  when: z.enum(["now", "later"]).default("now"),
  day: z.string().max(100).default(""),
  time: z.string().max(20).default(""),
  which: z.enum(whichOfTwo).optional(),
  /** Of opening: when it closes, where that is told with it. */
  closingDay: z.string().max(100).default(""),
  closingTime: z.string().max(20).default(""),
  closingWhich: z.enum(whichOfTwo).optional(),
  decidedBy: z
    .string()
    .trim()
    .max(maxDeciderCharacters, because("decider-too-long"))
    .default(""),
  step: z.enum(["preview", "confirm"]).default("preview"),
  seen: z.string().max(200).default(""),
});

/** What a step makes of a call. */
export type PlannedStep = Times;

type StepMoments = {
  at: Date | undefined;
  /** Of opening: the closing that is told with it. */
  closing?: Date | undefined;
  now: Date;
};

/**
 * What a step that may be taken would make of a call, with the moment that was
 * given for it: of opening, of a closing.
 */
export function planStep(
  step: CallStep,
  call: Times,
  { at, closing, now }: StepMoments,
): { ok: true; planned: PlannedStep } | { ok: false; reason: StepProblem } {
  const { opensAt } = call;
  const closesAt = closing?.toISOString() ?? call.closesAt;
  const iso = at?.toISOString() ?? null;
  const plan = (planned: PlannedStep) => ({ ok: true as const, planned });
  const refuse = (reason: StepProblem) => ({ ok: false as const, reason });
  switch (step) {
    case "open": {
      if (at && at <= now) return refuse("in-the-past");
      const opens = iso ?? now.toISOString();
      if (closesAt && closesAt <= opens)
        return refuse(closing ? "before-opening" : "after-closing");
      return plan({
        ...{ opensAt: opens, closesAt },
        state: closesAt === null ? "open" : "closing-announced",
      });
    }
    case "announce":
    case "extend":
    case "earlier": {
      if (!at || !iso || at <= now) return refuse("in-the-past");
      if (opensAt && iso <= opensAt) return refuse("before-opening");
      if (step === "extend" && isStillTold(call) && iso <= (closesAt ?? ""))
        return refuse("not-later");
      if (step === "earlier" && iso >= (closesAt ?? ""))
        return refuse("not-earlier");
      return plan({ state: "closing-announced", opensAt, closesAt: iso });
    }
    case "prepare":
      return plan({ state: "draft", opensAt: null, closesAt: null });
    case "late":
      return plan({ state: "closed-late-accepted", opensAt, closesAt });
    case "close":
      return plan({ state: "closed", opensAt, closesAt });
    case "archive":
      return plan({ state: "archived", opensAt, closesAt });
  }
}

/** A call that was closed by hand before its time may open again until an earlier one. */
function isStillTold({ state }: Times): boolean {
  return state === "open" || state === "closing-announced";
}
