import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import type { UndoneDecision } from "#app/domain/triage/undo-decision.server.ts";
import { frozenRefusal } from "./frozen.ts";
import { describeState } from "./states.ts";

/** What was saved; and whom it was taken from, who learns of it when they save. */
export function describeSaved(saved: {
  before: VisibleResponse;
  standing: VisibleResponse;
  staffId: string;
}): string {
  const { before, standing, staffId } = saved;
  const { label } = describeState(standing.state);
  const { claim } = before;
  const reader =
    claim && claim.staffId !== staffId
      ? ` ${claim.name} had it open to read. Tell them.`
      : "";
  return `${standing.reference} is saved: ${label}.${reader}`;
}

const refusals: Record<
  Extract<UndoneDecision, { ok: false }>["reason"],
  string
> = {
  "nothing-to-undo":
    "There is no decision of yours to take back: it can be for ten minutes. Decide it anew instead.",
  "changed-since":
    "It was changed since by somebody else, so your decision was not taken back. How it stands now is on this page.",
  withdrawn:
    "The person who sent it has taken it back, so nothing is decided about it any more.",
  frozen: `${frozenRefusal}.`,
};

/** What came of taking a decision back. */
export function describeUndone(
  reference: string,
  undone: UndoneDecision,
): { kind: "success" | "notice"; text: string } {
  if (!undone.ok) return { kind: "notice", text: refusals[undone.reason] };
  const { label } = describeState(undone.to);
  return {
    kind: "success",
    text: `Your decision about ${reference} is taken back: ${label}. Tags and notes that were saved with it stay.`,
  };
}
