import { questionListAddress } from "#app/addresses.ts";
import { editorAddress } from "#app/authoring-addresses.ts";
import {
  callFileAddress,
  callStepAddress,
  lateCodesAddress,
  outcomeAddress,
} from "#app/call-addresses.ts";
import type { CallState } from "#app/domain/calls/calls.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { dueAddress } from "#app/due-addresses.ts";
import { ledgerAddress } from "#app/ledger-addresses.ts";
import { callPreviewsAddress } from "#app/preview-addresses.ts";

type CallLink = { href: string; label: string; note: string };

type LinkOfCalls = {
  address: (slug: string) => string;
  label: string;
  note: string;
  /** The state in which there is nothing to be found there. */
  notWhile?: CallState;
};

/** In the order in which a call's page lists them. A new page about a call is one more entry here. */
const links: LinkOfCalls[] = [
  {
    address: (slug) => editorAddress(slug),
    label: "Change the words and questions",
    note: "In a working copy, which the public does not see until it is published.",
  },
  {
    address: callPreviewsAddress,
    label: "Preview it",
    note: "As the public would see it. Nothing that is typed is kept, and a link can be sent to a tester.",
  },
  {
    address: questionListAddress,
    label: "Read all its questions as the public does",
    note: "On one page, to read and to print.",
    notWhile: "draft",
  },
  {
    address: lateCodesAddress,
    label: "Give out codes for late answers",
    note: "Whoever has one may send one response after the call has closed to others.",
    notWhile: "archived",
  },
  {
    address: outcomeAddress,
    label: "Tell the public what came of it",
    note: "It stands on the call’s page. You see it first.",
  },
  {
    address: ledgerAddress,
    label: "See what became of its responses",
    note: "The ledger of this call.",
  },
  {
    address: dueAddress,
    label: "Say by when its responses should be read",
    note: "Only the team sees it.",
  },
  {
    address: callFileAddress,
    label: "Take it out as a file",
    note: "Its words, pages and questions, to keep or to bring in elsewhere. No answers.",
  },
  {
    address: (slug) => editorAddress(slug, "file"),
    label: "Bring in a file",
    note: "It takes the place of the words and questions in the working copy. You see first what it changes.",
  },
];

/** What there is about a call beside its state. */
export function listCallLinks({ slug, state }: Call): CallLink[] {
  return links
    .filter(({ notWhile }) => notWhile !== state)
    .map(({ address, label, note }) => ({ href: address(slug), label, note }));
}

/** What somebody does next who has just made a call, in its order; nothing once a colleague has been asked, or it has opened. */
export function listNextSteps(
  { slug, state, opensAt }: Pick<Call, "slug" | "state" | "opensAt">,
  isAskedFor: boolean,
): CallLink[] {
  if (state !== "draft" || opensAt !== null || isAskedFor) return [];
  return [
    {
      href: editorAddress(slug),
      label: "Make the words and questions your own",
      note: "They begin with what others have asked. Change, add and take away, then publish what you have.",
    },
    {
      href: callPreviewsAddress(slug),
      label: "Look at it as the public would see it",
      note: "Nothing that is typed there is kept.",
    },
    {
      href: callStepAddress(slug, "open"),
      label: "Ask a colleague to open it",
      note: "You say from when until when. Somebody else looks before the public does.",
    },
  ];
}
