import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { checkedDefinitionOf } from "#app/domain/calls/authoring/check-working-copy.ts";
import { type Call, findCall } from "#app/domain/calls/calls.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { findVersion } from "#app/domain/calls/versions.server.ts";
import type { RequestContext } from "./context.server.ts";
import {
  type PreviewLink,
  type PreviewOf,
  readPreviewLink,
} from "./preview-link.server.ts";

/** A call as a preview shows it: with the words and questions of the link. */
export type PreviewedCall = {
  link: string;
  call: Call;
  of: PreviewOf;
  until: Date;
};

type FoundPreview =
  | { ok: true; previewed: PreviewedCall }
  /** `unfinished`: something stands against the working copy's being a form at all. */
  | { ok: false; reason: "unknown" | "over" | "unfinished" };

/** What a signed link shows; why not, where it shows nothing. */
export async function findPreviewedCall(
  context: Pick<RequestContext, "db" | "env" | "now">,
  written = "",
): Promise<FoundPreview> {
  const read = readPreviewLink(context, written);
  if (!read.ok) return read;
  const { callId, of, until } = read.link;
  const found = await findDefinitionOf(context.db, read.link);
  if (!found.ok) return found;
  const call = await findCall(context.db, callId);
  const shown = { ...call, definition: found.definition };
  return { ok: true, previewed: { link: written, call: shown, of, until } };
}

type FoundDefinition =
  | { ok: true; definition: CallDefinition }
  | { ok: false; reason: "unknown" | "unfinished" };

async function findDefinitionOf(
  db: RequestContext["db"],
  { callId, of }: PreviewLink,
): Promise<FoundDefinition> {
  if (of.kind === "version") {
    const found = await findVersion(db, { callId, version: of.version });
    return found
      ? { ok: true, definition: found.definition }
      : { ok: false, reason: "unknown" };
  }
  const checked = checkedDefinitionOf(await findWorkingCopy(db, callId));
  return checked.ok ? checked : { ok: false, reason: "unfinished" };
}
