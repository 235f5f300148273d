/** Whether everybody has to give a second step, or only who has one: a demo may do without. */
export type SecondStepRule = "required" | "waived";

/** What a session still needs before it opens what people sent. */
export type SecondStepNeed = "nothing" | "code" | "set-up";

/**
 * What a session still needs: of whoever has a second step its code, whatever
 * the rule is; and of whoever has none, where the rule is that all have one.
 */
export function neededSecondStep(
  of: { secondStepAt: string | null; secondStepSince: string | null },
  rule: SecondStepRule,
): SecondStepNeed {
  if (of.secondStepAt !== null) return "nothing";
  if (of.secondStepSince !== null) return "code";
  return rule === "required" ? "set-up" : "nothing";
}

export const recoveryCodeCount = 10;
