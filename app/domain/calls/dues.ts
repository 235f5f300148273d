import { z } from "zod";
import { londonDay } from "./london-time.ts";

/** Later than any: nobody said by when. */
export const noDue = "9999-12-31";

export const maxDueDays = 365;

/** By when the responses of a call should be read: so many days after each came, or by one day for all (ISO-8601, London's). */
export type DueRule = { withinDays: number } | { by: string } | undefined;

/** The day by whose end a response should be read. */
export function dueDay(rule: DueRule, receivedAt: string): string {
  if (rule === undefined) return noDue;
  if ("by" in rule) return rule.by;
  return daysAfter(londonDay(new Date(receivedAt)), rule.withinDays);
}

export function daysAfter(day: string, days: number): string {
  const [year, month, date] = day.split("-").map(Number);
  const at = new Date(
    Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + days),
  );
  return at.toISOString().slice(0, 10);
}

/** How many days there are from one to another; fewer than none where it is over. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

/** What can be the matter with the form; a screen says it. */
export type DueProblem = "days-wrong" | "day-wrong" | "both-said";

const because = (problem: DueProblem) => problem;

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    text < noDue &&
    daysAfter(text, 0) === text
  );
}

/** Both empty where nobody has to hurry. */
export const dueSchema = z
  .object({
    withinDays: z
      .string()
      .trim()
      .refine(
        (typed) =>
          typed === "" ||
          (/^\d{1,3}$/.test(typed) &&
            Number(typed) >= 1 &&
            Number(typed) <= maxDueDays),
        because("days-wrong"),
      )
      .default(""),
    by: z
      .string()
      .trim()
      .refine((typed) => typed === "" || isDay(typed), because("day-wrong"))
      .default(""),
  })
  .superRefine(({ withinDays, by }, context) => {
    if (withinDays !== "" && by !== "")
      context.addIssue({
        code: "custom",
        path: ["by"],
        message: because("both-said"),
      });
  })
  .transform(({ withinDays, by }): { rule: DueRule } => ({
    rule:
      withinDays !== ""
        ? { withinDays: Number(withinDays) }
        : by === ""
          ? undefined
          : { by },
  }));
