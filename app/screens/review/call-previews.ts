import { editorAddress } from "#app/authoring-addresses.ts";
import { keptCallAddress } from "#app/call-addresses.ts";
import { previewAddress } from "#app/preview-addresses.ts";
import type { CallVersion } from "#app/domain/calls/versions.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

type Links = {
  callSlug: string;
  callTitle: string;
  /** The whole address of this server. */
  origin: string;
  now: string;
  versions: { link: string; version: CallVersion }[];
  until: Date;
};

/** The links under which a call can be seen by whoever is given one. */
export function describePreviews(links: Links) {
  const { callSlug, callTitle, origin, versions, until } = links;
  const whole = (link: string) => `${origin}${previewAddress(link)}`;
  return {
    callTitle,
    backHref: keptCallAddress(callSlug),
    editorHref: editorAddress(callSlug),
    until: formatMoment(until.toISOString()),
    now: whole(links.now),
    versions: versions.toReversed().map(({ link, version }) => ({
      key: String(version.version),
      name: `Version ${version.version}`,
      added: `published ${formatMoment(version.addedAt)}`,
      href: whole(link),
    })),
  };
}
