import type { Proposal } from "#app/domain/calls/authoring/proposals.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { OpeningProposal } from "#app/domain/calls/openings.server.ts";
import { tellOpening } from "./call-opening.ts";
import { tellProposal } from "./call-publishing.ts";

type Waiting = {
  opening: OpeningProposal;
  proposal: Proposal;
  /** Of the team, by their ids. */
  names: ReadonlyMap<string, string>;
};

/** What about a call waits for somebody of the team, in words. */
export function tellCallNotices(
  call: Pick<Call, "slug">,
  { opening, proposal, names }: Waiting,
) {
  return [
    tellOpening(call, opening, names),
    tellProposal(call, proposal, names),
  ].filter((notice) => notice !== undefined);
}
