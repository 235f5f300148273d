import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { checkedDefinitionOf } from "#app/domain/calls/authoring/check-working-copy.ts";
import { type Call, findCall } from "#app/domain/calls/calls.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { findVersion } from "#app/domain/calls/versions.server.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { isPreviewLinkStanding } from "#app/domain/calls/preview-links.server.ts";
import type { RequestContext } from "./context.server.ts";
import { findReader } from "./guards.server.ts";
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
  /** Only the team sees it. */
  isOwn: boolean;
};

type FoundPreview =
  | { ok: true; previewed: PreviewedCall }
  /** `unfinished`: something stands against the working copy's being a form at all; `own`: only the team sees it. */
  | { ok: false; reason: "unknown" | "over" | "unfinished" | "own" };

type Asking = Pick<RequestContext, "auth" | "db" | "env" | "now">;

/** What a signed link shows; why not, where it shows nothing. */
export async function findPreviewedCall(
  context: Asking,
  request: Request,
  written = "",
): Promise<FoundPreview> {
  const read = readPreviewLink(context, written);
  if (!read.ok) return read;
  const { callId, of, until } = read.link;
  const shut = await whyShut(context, request, read.link);
  if (shut) return { ok: false, reason: shut };
  const found = await findDefinitionOf(context.db, read.link);
  if (!found.ok) return found;
  const call = await findCall(context.db, callId);
  const shown = { ...call, definition: found.definition };
  const isOwn = read.link.opensTo === "team";
  const previewed = { link: written, call: shown, of, until, isOwn };
  return { ok: true, previewed };
}

/** Why a link does not open for whoever asks; undefined where it does. */
async function whyShut(
  context: Asking,
  request: Request,
  { callId, opensTo }: PreviewLink,
): Promise<"over" | "own" | undefined> {
  if (opensTo !== "team") {
    const of = { linkId: opensTo, callId };
    return (await isPreviewLinkStanding(context.db, of)) ? undefined : "over";
  }
  const { staff, need } = await findReader(request, context);
  const isOpen = staff && need === "nothing" && may(staff, "keep-calls");
  return isOpen ? undefined : "own";
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
