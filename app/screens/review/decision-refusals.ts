import type { TriageState } from "#app/domain/triage/triage.ts";
import { describeState } from "./states.ts";
import { frozenRefusal } from "./frozen.ts";
import { withdrawnRefusal } from "./withdrawn.ts";

type Refusal =
  | { reason: "not-allowed"; from: TriageState }
  | {
      reason:
        | "withdrawn"
        | "frozen"
        | "reason-needed"
        | "unknown-assignee"
        | "has-conflict";
    };

/** What to do about a refused decision, beside the field it is about. */
export function refusalErrors(
  refusal: Refusal,
): Partial<Record<"" | "state" | "assigneeId" | "note", string>> {
  switch (refusal.reason) {
    case "not-allowed":
      return {
        state: `This response is “${describeState(refusal.from).label}” now. Choose one of the states below`,
      };
    case "withdrawn":
      return { "": withdrawnRefusal };
    case "frozen":
      return { "": frozenRefusal };
    case "reason-needed":
      return { note: "Write who asked for the withdrawal, and how" };
    case "unknown-assignee":
      return {
        assigneeId:
          "Choose somebody else: whom you chose is not on the team any more",
      };
    case "has-conflict":
      return {
        assigneeId:
          "Choose somebody else: whom you chose knows this person or this case, and gave it back for that",
      };
  }
}
