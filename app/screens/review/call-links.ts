import { questionListAddress } from "#app/addresses.ts";
import { editorAddress } from "#app/authoring-addresses.ts";
import {
  callFileAddress,
  lateCodesAddress,
  outcomeAddress,
} from "#app/call-addresses.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { dueAddress } from "#app/due-addresses.ts";
import { ledgerAddress } from "#app/ledger-addresses.ts";

type CallLink = { href: string; label: string; note: string };

/**
 * What there is about a call beside its state, in the order in which its page
 * lists it. A new page about a call is one more line here.
 */
export function listCallLinks({ slug, state }: Call): CallLink[] {
  return [
    {
      href: editorAddress(slug),
      label: "Change the words and questions",
      note: "In a working copy, which the public does not see until it is published.",
    },
    ...(state === "draft"
      ? []
      : [
          {
            href: questionListAddress(slug),
            label: "Read all its questions as the public does",
            note: "On one page, to read and to print.",
          },
        ]),
    ...(state === "archived"
      ? []
      : [
          {
            href: lateCodesAddress(slug),
            label: "Give out codes for late answers",
            note: "Whoever has one may send one response after the call has closed to others.",
          },
        ]),
    {
      href: outcomeAddress(slug),
      label: "Tell the public what came of it",
      note: "It stands on the call’s page. You see it first.",
    },
    {
      href: ledgerAddress(slug),
      label: "See what became of its responses",
      note: "The ledger of this call.",
    },
    {
      href: dueAddress(slug),
      label: "Say by when its responses should be read",
      note: "Only the team sees it.",
    },
    {
      href: callFileAddress(slug),
      label: "Take it out as a file",
      note: "Its words, pages and questions, to keep or to bring in elsewhere. No answers.",
    },
  ];
}
