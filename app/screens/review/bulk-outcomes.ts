import type { BulkReport } from "#app/domain/bulk/actions.server.ts";
import type {
  BulkKind,
  BulkOutcome,
  BulkUndone,
} from "#app/domain/bulk/bulk.ts";
import { plural } from "./queue-rows.ts";

type NotDone = Exclude<BulkOutcome, "done">;

const outcomeWords: Record<NotDone, string> = {
  same: "so already",
  claimed: "being read by a colleague",
  frozen: "flagged for safeguarding",
  withdrawn: "taken back by their sender",
  "not-allowed": "cannot become that from where they stand",
  changed: "changed since the preview",
  gone: "not in the queue any more",
  "no-tag": "the tag is out of use",
  "person-left": "whom they were for is not on the team any more",
};

const undoneWords: Record<Exclude<BulkUndone, "undone">, string> = {
  changed: "changed since",
  frozen: "flagged for safeguarding since",
  withdrawn: "taken back by their sender since",
  gone: "not in the queue any more",
  "no-tag": "the tag went out of use since",
  "person-left": "whoever did it has left the team",
};

/** In words for what was to be done: who is to have one may have given it back. */
function whyNotDone(outcome: NotDone, kind: BulkKind) {
  return outcome === "not-allowed" && kind === "assign"
    ? "whoever they would be for gave them back as not for them"
    : outcomeWords[outcome];
}

const countLine = (count: number, words: string) =>
  `${plural(count, "response", "responses")}: ${words}`;

/** What is left as it is, and why. */
export function leftOutLines({ action, outcomes }: BulkReport): string[] {
  const { takenOff, deed } = action;
  const off = takenOff > 0 ? [countLine(takenOff, "taken off one by one")] : [];
  const others = (Object.keys(outcomeWords) as NotDone[]).flatMap((reason) => {
    const count = outcomes[reason] ?? 0;
    return count === 0 ? [] : [countLine(count, whyNotDone(reason, deed.kind))];
  });
  return [...off, ...others];
}

export function whyLeft(
  { outcome, undone }: BulkReport["left"][number],
  kind: BulkKind,
): string {
  if (undone && undone !== "undone")
    return `not undone: ${undoneWords[undone]}`;
  return outcome && outcome !== "done" ? whyNotDone(outcome, kind) : "";
}

/** What could not be put back, and why. */
export function notUndoneLines({ undone }: BulkReport): string[] {
  return Object.entries(undoneWords).flatMap(([reason, words]) => {
    const count = undone[reason as BulkUndone] ?? 0;
    return count === 0 ? [] : [countLine(count, words)];
  });
}
