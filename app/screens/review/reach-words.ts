import type { Reach } from "#app/domain/calls/reachability.ts";
import { mostTried } from "#app/domain/calls/routes/combinations.ts";

/** What is said of pages that somebody may have meant otherwise: those that stop a call, and those that do not. */
export function describeReach(reach: Reach[]): {
  problems: string[];
  remarks: string[];
} {
  const told = (kind: Reach["reach"]) =>
    reach.filter((one) => one.reach === kind);
  return {
    problems: told("never").map(
      (one) =>
        `${pageOf(one)} can never be shown: no answers to ${questionsOf(one)} make its condition hold`,
    ),
    remarks: [
      ...told("always").map(
        (one) =>
          `${pageOf(one)} is always shown: its condition holds whatever is answered to ${questionsOf(one)}`,
      ),
      ...told("not-checked").map(
        (one) =>
          `${pageOf(one)} was not checked: the answers to ${questionsOf(one)} have more than ${mostTried.toLocaleString("en-GB")} combinations, so it may never or always be shown`,
      ),
    ],
  };
}

function pageOf({ pageId, conditionId }: Reach): string {
  return `Page "${pageId}" (condition "${conditionId}")`;
}

function questionsOf({ questionIds }: Reach): string {
  const named = questionIds.map((id) => `"${id}"`);
  return `${named.length === 1 ? "question" : "questions"} ${named.join(", ")}`;
}
