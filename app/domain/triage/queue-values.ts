import { responseChannels } from "../responses/responses.ts";
import {
  queueSorts,
  redactionStages,
  thingsToHave,
} from "./queue-conditions.ts";
import type { KnownKey } from "./queue-keys.ts";
import { kindsIn, type QueueKnown } from "./queue-known.ts";
import { triageStates } from "./triage.ts";

/** What may stand behind a key as it was typed. */
export function valuesFor(
  typed: string,
  key: KnownKey,
  known: QueueKnown,
): readonly string[] {
  if (typed === "mine" || typed === "untagged") return ["yes", "no"];
  if ("key" in key && key.key === "sort") return queueSorts;
  return valuesOf(key, known);
}

/** What may stand behind a key, for whoever wrote another. */
export function valuesOf(key: KnownKey, known: QueueKnown): string[] {
  const people = ["me", "none", ...namesOf(known.staff)];
  if (!("key" in key)) return [];
  switch (key.key) {
    case "type":
      return [...new Set(known.calls.flatMap(kindsOfCall))];
    case "tag":
      return [...namesOf(known.tags), "none"];
    case "view":
      return namesOf(known.views);
    case "call":
      return known.calls.map(({ slug }) => slug);
    case "state":
      return [...triageStates, "to-do", "all"];
    case "channel":
      return [...responseChannels];
    case "has":
      return [...thingsToHave];
    case "due":
      return ["overdue", "today", "any", "none"];
    case "flag":
      return ["safeguarding"];
    case "redaction":
      return [...redactionStages];
    case "consent":
      return ["yes", "no"];
    case "assigned":
      return ["my-groups", ...namesOf(known.groups), ...people];
    case "by":
    case "decided-by":
    case "tagged-by":
    case "claimed":
    case "skipped":
      return people;
    default:
      return [];
  }
}

const namesOf = (list: readonly { name: string }[]) =>
  list.map(({ name }) => name);

const kindsOfCall = ({ definitions }: QueueKnown["calls"][number]) =>
  definitions.flatMap(kindsIn);
