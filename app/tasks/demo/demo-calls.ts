import { allPages } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { CallState } from "#app/domain/calls/calls.ts";
import type { CallWords } from "#app/domain/calls/languages.ts";
import { londonTimeToUtc } from "#app/domain/calls/london-time.ts";
import type { StartingPoint } from "#app/domain/calls/new-calls.ts";
import { callForAdvice } from "./call-for-advice.ts";
import { callForAdviceInWelsh } from "./call-for-advice-in-welsh.ts";
import { callForEvidence } from "./call-for-evidence.ts";
import { callForIdeas, outcomeOfIdeas } from "./call-for-ideas.ts";
import { pageOfServices } from "./group-of-services.ts";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";

/** Invented, as is everything in this folder. */
export const demoReviewName = "The Steady Ground Review";

export type DemoCall = {
  /** Of the starting point, too, that it is made from. */
  slug: StartingPoint;
  state: CallState;
  /** ISO-8601 UTC. */
  opensAt: string;
  closesAt: string | null;
  /** Told two weeks after it closed. */
  outcome?: CallWords;
  definition: CallDefinition;
  /** Its texts in Welsh, by their English. */
  inWelsh?: Readonly<Record<string, string>>;
};

/** The demo's calls as they stand at a moment: two open, one that has closed. */
export function demoCalls(now: Date): DemoCall[] {
  return [
    {
      slug: "call-for-advice",
      state: "open",
      opensAt: londonDays(now, -42, 9),
      closesAt: null,
      definition: { ...callForAdvice, equality: equalityQuestions },
      inWelsh: callForAdviceInWelsh,
    },
    {
      slug: "call-for-evidence",
      state: "closing-announced",
      opensAt: londonDays(now, -35, 9),
      closesAt: londonDays(now, 60, 17),
      definition: {
        ...callForEvidence,
        // Before the studies, and well before what may be done with all of it.
        pages: allPages(callForEvidence).flatMap((page) =>
          page.id === "role" ? [page, pageOfServices] : [page],
        ),
      },
    },
    {
      slug: "call-for-ideas",
      state: "closed",
      opensAt: londonDays(now, -84, 9),
      closesAt: londonDays(now, -21, 17),
      outcome: outcomeOfIdeas,
      definition: { ...callForIdeas, equality: equalityQuestions },
    },
  ];
}

/** A full hour in London, so many days from a moment's day. */
function londonDays(now: Date, days: number, hour: number): string {
  const day = new Date(now.getTime() + days * 86_400_000);
  return londonTimeToUtc({
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour,
    minute: 0,
  }).toISOString();
}
