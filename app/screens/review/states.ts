import type { TriageState } from "#app/domain/triage/triage.ts";

export type StateColour =
  "blue" | "yellow" | "purple" | "green" | "grey" | "orange";

type StateWords = { label: string; meaning: string; colour: StateColour };

const stateWords: Record<TriageState, StateWords> = {
  received: {
    label: "Received",
    meaning: "Nobody has read it yet.",
    colour: "blue",
  },
  "in-triage": {
    label: "In triage",
    meaning: "Somebody is reading it or has begun to.",
    colour: "yellow",
  },
  "needs-second-look": {
    label: "Needs second look",
    meaning: "Read once; a colleague should decide.",
    colour: "purple",
  },
  triaged: {
    label: "Triaged",
    meaning: "Read, and part of what the review works with.",
    colour: "green",
  },
  "out-of-scope": {
    label: "Out of scope",
    meaning: "Read, and not about what the call asks.",
    colour: "grey",
  },
  spam: {
    label: "Spam",
    meaning: "Advertising or machine-made text, not an answer to the call.",
    colour: "orange",
  },
  withdrawn: {
    label: "Withdrawn",
    meaning: "The person who sent it took it back. This cannot be undone.",
    colour: "grey",
  },
};

/** What a state is called, what it means and how it is coloured. */
export function describeState(state: TriageState): StateWords {
  return stateWords[state];
}
