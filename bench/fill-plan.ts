import type { ResponseChannel } from "#app/domain/responses/responses.ts";
import { madeUpTexts } from "./texts.ts";

/** One response as the fill makes it, and as the real operations would have to. */
export type PlannedResponse = {
  text: string;
  channel: ResponseChannel;
  receivedAt: Date;
  recordedAt: Date;
  /** What the team decided; undefined where it awaits them. */
  decision:
    { state: "triaged" | "spam"; assigneeNumber: number | null } | undefined;
  isFlagged: boolean;
  /** Of the tags that were made for it. */
  tagNumber: number | undefined;
};

/** Who decides, and what is tagged with: as many as the plan says. */
export type FillTeam = { staffIds: string[]; tagIds: number[] };

export const plannedTags = ["contact", "housing", "school"];
export const plannedStaff = 2;

const minute = 60_000;
const letterWeeks = 14 * 24 * 60 * minute;

/** One a minute up to `now`: a fifth are letters of two weeks before, two fifths are decided, one in a hundred is flagged. */
export function* planResponses(
  count: number,
  now: Date,
): Generator<PlannedResponse> {
  let number = 0;
  for (const text of madeUpTexts(count)) {
    number += 1;
    const recordedAt = new Date(now.getTime() - (count - number) * minute);
    const isLetter = number % 5 === 0;
    yield {
      text,
      channel: isLetter ? "letter" : "web",
      receivedAt: isLetter
        ? new Date(recordedAt.getTime() - letterWeeks)
        : recordedAt,
      recordedAt,
      decision: decisionOn(number),
      isFlagged: number % 100 === 7,
      tagNumber:
        number % 10 === 3
          ? Math.floor(number / 10) % plannedTags.length
          : undefined,
    };
  }
}

function decisionOn(number: number): PlannedResponse["decision"] {
  if (number % 20 === 9) return { state: "spam", assigneeNumber: null };
  if (number % 5 === 1 || number % 5 === 4)
    return {
      state: "triaged",
      assigneeNumber: number % 15 === 1 ? number % plannedStaff : null,
    };
  return undefined;
}
