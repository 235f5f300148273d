import { z } from "zod";
import { londonDay } from "./london-time.ts";
import { readTypedDay } from "./question-types/typed-day.ts";

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
      .default("")
      .transform((typed, refinement) => {
        if (typed === "") return "";
        const day = readTypedDay(typed);
        if (day !== undefined && day < noDue) return day;
        refinement.addIssue({ code: "custom", message: because("day-wrong") });
        return z.NEVER;
      }),
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
