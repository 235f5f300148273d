import { editorAddress } from "#app/authoring-addresses.ts";
import { keptCallAddress } from "#app/call-addresses.ts";
import { previewAddress } from "#app/preview-addresses.ts";
import type { StandingPreviewLink } from "#app/domain/calls/preview-links.server.ts";
import type { CallVersion } from "#app/domain/calls/versions.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { plural } from "./counted.ts";

type Links = {
  callSlug: string;
  callTitle: string;
  /** The whole address of this server. */
  origin: string;
  /** For the team's own eyes. */
  own: { now: string; versions: { link: string; version: CallVersion }[] };
  standing: (StandingPreviewLink & { link: string })[];
  /** Of the team, by their ids. */
  names: ReadonlyMap<string, string>;
};

/** How a call is seen before the public sees it, and the links that others were given. */
export function describePreviews(links: Links) {
  const { callSlug, callTitle, origin, own, standing, names } = links;
  const versions = own.versions.toReversed().map(({ link, version }) => ({
    key: String(version.version),
    name: `Version ${version.version}`,
    added: `published ${formatMoment(version.addedAt)}`,
    href: previewAddress(link),
  }));
  return {
    callTitle,
    backHref: keptCallAddress(callSlug),
    editorHref: editorAddress(callSlug),
    now: previewAddress(own.now),
    versions,
    choices: [
      { value: "now", label: "As it is now, and as it changes" },
      ...versions.map(({ key, name, added }) => ({
        ...{ value: key, label: `${name}, ${added}` },
      })),
    ],
    standing: standing.map(
      ({ linkId, link, version, staffId, at, endsAt }) => ({
        linkId,
        href: `${origin}${previewAddress(link)}`,
        shows: version === null ? "As it is now" : `Version ${version}`,
        facts: `Made by ${names.get(staffId) ?? "a colleague"} on ${formatMoment(at)}. It works until ${formatMoment(endsAt)}.`,
      }),
    ),
  };
}

/** What is said once a link is made, and once some are ended. */
export const previewLinkWords = {
  made: "The link is made. It is the first below.",
  ended: (count: number) =>
    count === 0
      ? "There was no such link any more. Nothing was done."
      : `${plural(count, "link has", "links have")} ended: whoever opens ${count === 1 ? "it" : "one of them"} sees nothing of the call any more.`,
  unknown: "Choose what they see from the list",
};
