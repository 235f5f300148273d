import type { Disabling } from "#app/domain/team/access.server.ts";
import { daysWorkIsKept } from "#app/domain/tagging/unsaved-work.ts";
import { countResponses } from "./people.ts";

type AboutToLeave = {
  inHand: { claims: number; assigned: number };
  unsaved: number;
};

/** What shutting somebody's account does, a line for each thing. */
export function describeDisabling({ inHand, unsaved }: AboutToLeave): string[] {
  return [
    "They are signed out everywhere, and cannot sign in any more.",
    inHand.claims === 0
      ? "They are reading no response."
      : `${countResponses(inHand.claims)} that they are reading ${goes(inHand.claims)} back to the queue.`,
    inHand.assigned === 0
      ? "No response waits for them."
      : `${countResponses(inHand.assigned)} that ${inHand.assigned === 1 ? "waits" : "wait"} for them ${goes(inHand.assigned)} back to nobody.`,
    "They are in no group any more.",
    ...unsavedLine(unsaved),
    "What they decided, tagged and wrote stays, under their name.",
  ];
}

const goes = (count: number) => (count === 1 ? "goes" : "go");

function unsavedLine(unsaved: number): string[] {
  if (unsaved === 0) return [];
  return [
    `What they typed and did not save on ${countResponses(unsaved)} is kept for ${daysWorkIsKept} days from when they typed it, and only they see it.`,
  ];
}

/** What came of it. */
export function tellDisabled({
  name,
  handedBack,
}: Extract<Disabling, { ok: true }>): string {
  const { claims, assigned } = handedBack;
  const back = claims + assigned;
  return back === 0
    ? `${name} is signed out everywhere and cannot sign in any more.`
    : `${name} is signed out everywhere. ${countResponses(claims)} went back to the queue, and ${countResponses(assigned)} to nobody.`;
}
