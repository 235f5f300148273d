import type { Unlooked } from "#app/domain/calls/authoring/alone.server.ts";
import type { Proposal } from "#app/domain/calls/authoring/proposals.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { OpeningProposal } from "#app/domain/calls/openings.server.ts";
import { tellUnlooked } from "./call-alone.ts";
import { tellOpening } from "./call-opening.ts";
import { tellProposal } from "./call-publishing.ts";

type Waiting = {
  opening: OpeningProposal;
  proposal: Proposal;
  unlooked: Unlooked[];
  /** Of the team, by their ids. */
  names: ReadonlyMap<string, string>;
};

/** What about a call waits for somebody of the team, in words. */
export function tellCallNotices(
  call: Pick<Call, "slug">,
  { opening, proposal, unlooked, names }: Waiting,
) {
  return [
    ...tellUnlooked(call, unlooked, names),
    tellOpening(call, opening, names),
    tellProposal(call, proposal, names),
  ].filter((notice) => notice !== undefined);
}

/** The same where all calls are listed: each with the name of its call. */
export function tellOnList(call: Call, waiting: Waiting) {
  return tellCallNotices(call, waiting).map((notice) => ({
    ...notice,
    words: `${call.definition.title.en}: ${notice.words}`,
  }));
}
