import { editorAddress } from "#app/authoring-addresses.ts";
import type { Proposal } from "#app/domain/calls/authoring/proposals.server.ts";
import type { UnderWayOnVersion } from "#app/domain/drafts/under-way.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { describeChanged } from "./call-editor.ts";
import type { Edited } from "./edited-call.ts";
import { namesIn } from "./call-editor-names.ts";
import { describeTextChanges } from "./call-text-changes.ts";
import { questionsToAskAgain, tellWhatBecomes } from "./call-under-way.ts";
import { plural } from "./counted.ts";

type PublishingWay = "none" | "publish" | "propose" | "wait" | "decide" | "set";

type Names = ReadonlyMap<string, string>;

type Publishing = {
  proposal: Proposal;
  /** Of the team, by their ids. */
  names: Names;
  /** Who looks. */
  staffId: string;
  /** Who has begun to answer and not sent, by version. */
  underWay: UnderWayOnVersion[];
};

/** What would be published, for whoever is about to do it, to ask for it or to decide it. */
export function describePublishing(
  edited: Edited,
  { proposal, names, staffId, underWay }: Publishing,
) {
  const { call, copy, published } = edited;
  const { problems, changes, isChanged } = describeChanged(edited);
  const mayGoOn = isChanged && problems.length === 0;
  const way: PublishingWay = mayGoOn ? wayOf(call, proposal, staffId) : "none";
  const { proposed, returned } = proposal;
  return {
    ...{ callTitle: call.definition.title.en, problems, changes, isChanged },
    backHref: editorAddress(call.slug),
    rowVersion: copy.rowVersion,
    texts: describeTextChanges(edited),
    counts: `${plural(published.pages.length, "page", "pages")} now, ${plural(copy.pages.length, "page", "pages")} afterwards`,
    meaning: meaningOf(call),
    underWay:
      call.state === "draft"
        ? []
        : tellWhatBecomes({ underWay, names: namesIn(copy), proposal }),
    again: way === "propose" ? questionsToAskAgain(edited) : undefined,
    way,
    proposedWords:
      proposed &&
      `${proposed.staffId === staffId ? "You" : nameOf(proposed, names)} asked for a colleague’s look on ${formatMoment(proposed.at)}.`,
    approvedWords: proposal.approved && tellApproved(proposal.approved, names),
    returned: returned && {
      words: `${nameOf(returned, names)} sent it back on ${formatMoment(returned.at)}:`,
      note: returned.note,
    },
  };
}

const nameOf = ({ staffId }: { staffId: string }, names: Names) =>
  names.get(staffId) ?? "A colleague";

/** What somebody can do about it now: `wait` where they have proposed it themselves. */
function wayOf(
  { state }: Call,
  { proposed, approved }: Proposal,
  staffId: string,
): PublishingWay {
  if (state === "draft") return "publish";
  if (approved) return "set";
  if (!proposed) return "propose";
  return proposed.staffId === staffId ? "wait" : "decide";
}

function meaningOf({ state }: Call): string {
  return state === "draft"
    ? "Publishing makes this the call’s newest version. The public sees it once a colleague has approved the opening, which you ask for afterwards."
    : "The public sees this call, so a second person looks at what changes before they do.";
}

function tellApproved(
  approved: NonNullable<Proposal["approved"]>,
  names: Names,
): string {
  return `${nameOf(approved, names)} approved this on ${formatMoment(approved.at)}. It is published at ${formatTime(approved.publishAt)}, UK time, by itself.`;
}

/** On a call's page: that its changes wait for somebody; undefined where they do not. */
export function tellProposal(
  { slug }: Pick<Call, "slug">,
  { proposed, approved }: Proposal,
  names: Names,
): { words: string; href: string; link: string } | undefined {
  return (
    proposed && {
      link: "Look at what changes",
      words: `${nameOf(proposed, names)} proposed changes to its words and questions on ${formatMoment(proposed.at)}. ${approved ? tellApproved(approved, names) : "They wait for a colleague."}`,
      href: editorAddress(slug, "publish"),
    }
  );
}
