import { keptCallAddress } from "#app/call-addresses.ts";
import {
  type CallStanding,
  callStanding,
} from "#app/domain/calls/call-standing.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import {
  inLanguage,
  type Language,
  languages,
} from "#app/domain/calls/languages.ts";
import type { CallVersion } from "#app/domain/calls/versions.server.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { inNumbers, plural } from "./counted.ts";

type StandingWords = {
  label: string;
  meaning: string;
  colour: "grey" | "blue" | "green" | "yellow" | "orange" | "purple";
};

const standingWords: Record<CallStanding, StandingWords> = {
  draft: {
    label: "In preparation",
    meaning: "The public does not know of it yet: its address shows nothing.",
    colour: "grey",
  },
  "opens-later": {
    label: "Opens later",
    meaning:
      "The public can read what it is about and when it opens. Nobody can answer yet: it opens by itself.",
    colour: "blue",
  },
  open: {
    label: "Open",
    meaning: "Anybody can answer. No closing time has been announced.",
    colour: "green",
  },
  "closing-announced": {
    label: "Open, closing announced",
    meaning:
      "Anybody can answer until the time that was announced. Then it closes by itself.",
    colour: "green",
  },
  "closed-by-time": {
    label: "Closed",
    meaning:
      "Its closing time has come, so nobody can answer any more. People can still read it, and what they had written and not sent.",
    colour: "orange",
  },
  "closed-late-accepted": {
    label: "Closed, late answers by code",
    meaning:
      "Closed to the public. Whoever was given a code can still send one response with it.",
    colour: "yellow",
  },
  closed: {
    label: "Closed",
    meaning:
      "Nobody can answer. People can still read it, and what they had written and not sent.",
    colour: "orange",
  },
  archived: {
    label: "Archived",
    meaning:
      "It is over for good: people can read it, and it cannot be opened again.",
    colour: "purple",
  },
};

/** What a language is called. */
export const languageNames: Record<Language, string> = {
  en: "English",
  cy: "Welsh",
};

/** What a call has of everything, by its id. */
export type CallCounts = {
  responses: Map<number, number>;
  underWay: Map<number, number>;
};

type Kept = {
  call: Call;
  counts: CallCounts;
  versions: CallVersion[];
  now: Date;
};

/** What is told of a call in a line of the list and at the head of its page. */
export function describeKeptCall({ call, counts, versions, now }: Kept) {
  const { definition, opensAt, closesAt } = call;
  const current = versions.find(
    ({ definitionId }) => definitionId === call.definitionId,
  );
  const standing = callStanding(call, now);
  return {
    ...{ slug: call.slug, href: keptCallAddress(call.slug) },
    title: inLanguage(definition.title, "en"),
    standing: standingWords[standing].label,
    colour: standingWords[standing].colour,
    opens: tellTime(opensAt, "No time was set"),
    closes: tellTime(closesAt, "No time is set"),
    responses: inNumbers(counts.responses.get(call.id) ?? 0),
    underWay: inNumbers(counts.underWay.get(call.id) ?? 0),
    version: current ? `Version ${current.version}` : "",
    languages: nameLanguages(definition),
  };
}

/** In which languages a call has at least its name. */
export function nameLanguages({ title }: CallDefinition): string {
  return languages
    .filter((language) => title[language])
    .map((language) => languageNames[language])
    .join(", ");
}

function tellTime(iso: string | null, none: string): string {
  return iso ? formatTime(iso) : none;
}

/** What a call's standing means, in a sentence or two. */
export function tellStanding(call: Call, now: Date): string {
  return standingWords[callStanding(call, now)].meaning;
}

/** People who have begun to answer and have not sent it: whatever is done happens to them. */
export function tellUnderWay(count: number): string {
  if (count === 0) return "Nobody has begun to answer and not sent it.";
  return `${plural(count, "person has", "people have")} begun to answer and ${count === 1 ? "has" : "have"} not sent it.`;
}
