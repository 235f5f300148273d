import { selectPreviewLinks } from "#app/domain/calls/preview-links.server.ts";
import { selectVersions } from "#app/domain/calls/versions.server.ts";
import type { RequestContext } from "./context.server.ts";
import {
  ownPreviewLink,
  type PreviewOf,
  signPreviewLink,
} from "./preview-link.server.ts";

const whatIs = (version: number | null): PreviewOf =>
  version === null ? { kind: "working-copy" } : { kind: "version", version };

/** The links to previews of a call: those for the team's own eyes, and those that others were given and nobody has ended. */
export async function findPreviewLinks(
  context: Pick<RequestContext, "db" | "env" | "now">,
  callId: number,
) {
  const { db, now } = context;
  const versions = await selectVersions(db, callId);
  const standing = await selectPreviewLinks(db, { callId, now: now() });
  const own = (version: number | null) =>
    ownPreviewLink(context, { callId, of: whatIs(version) });
  return {
    own: {
      now: own(null),
      versions: versions.map((version) => ({
        ...{ version, link: own(version.version) },
      })),
    },
    standing: standing.map((one) => ({
      ...one,
      link: signPreviewLink(context, {
        ...{ callId, of: whatIs(one.version), opensTo: one.linkId },
        until: new Date(one.endsAt),
      }),
    })),
  };
}
