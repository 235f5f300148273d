import type { Db, Trx } from "#app/db/schema.ts";
import { toAssigneeColumns } from "../accounts/groups.ts";
import type { Actor, NewEvent } from "../audit/audit.ts";
import { recordEvents, selectEvents } from "../audit/audit.server.ts";
import { updateResponse } from "./changes.queries.server.ts";
import { renewClaim } from "./claims.server.ts";
import type { ResponseState } from "./responses.ts";
import { closeToSearch } from "./search-index.server.ts";
import { keepReceiptOfChange } from "./signed-receipts.server.ts";
import { awaitsTriage } from "./triage-states.ts";
import type { Viewer } from "./visible-responses.ts";

/** What the response itself says of its answers and files. */
export type ContentOfVersion = {
  version: number;
  wordCount: number;
  excerpt: string;
  attachmentCount: number;
};

export type ResponseChange = {
  responseId: number;
  /** The version the change was made from; left out where it is right whatever a colleague saved meanwhile. */
  rowVersion?: number;
  /** What stands in the response itself. */
  set: {
    state?: ResponseState;
    /** A person or a group. */
    assigneeId?: string | null;
    isFlagged?: boolean;
    endsClaim?: boolean;
    /** Another version of what was sent; made by `makeVersion`. */
    content?: ContentOfVersion;
  };
  /** What happened. Each gets the response, and the version of a decision, by which `findLastChange` finds it again. */
  events: Pick<NewEvent, "type" | "details">[];
  actor: Viewer;
  now: Date;
};

export type ChangeOutcome =
  { ok: true; rowVersion: number } | { ok: false; reason: "stale" };

/**
 * The one way in which staff change a response, whichever area asks: compares
 * the version, writes, raises the version of a decision, records the events, and
 * gives whoever is reading the response their time again. `stale` changes nothing.
 */
export async function changeResponse(
  trx: Trx,
  { actor, ...change }: ResponseChange,
): Promise<ChangeOutcome> {
  const { staffId } = actor;
  const written = await writeChange(trx, change, { kind: "staff", staffId });
  const { responseId, now } = change;
  if (written.ok) await renewClaim(trx, { responseId, staffId, now });
  return written;
}

/**
 * Records what was changed beside a response, as its tags are: they clash with
 * nobody's decision, so its version stays. Whoever is reading gets their time again.
 */
export async function noteBesideResponse(
  trx: Trx,
  change: Pick<ResponseChange, "responseId" | "events" | "actor" | "now">,
): Promise<void> {
  const { responseId, now, actor } = change;
  const { staffId } = actor;
  await recordEvents(
    trx,
    change.events.map((event) => ({
      ...event,
      at: now,
      actor: { kind: "staff" as const, staffId },
      subject: { kind: "response" as const, id: responseId },
    })),
  );
  await renewClaim(trx, { responseId, staffId, now });
}

/** The same for whoever sent it, who has shown its receipt code; what it says from then on is fixed for their receipt. */
export async function changeOwnResponse(
  trx: Trx,
  change: Change,
): Promise<ChangeOutcome> {
  const written = await writeChange(trx, change, { kind: "respondent" });
  const { responseId, now } = change;
  if (written.ok) await keepReceiptOfChange(trx, { responseId, now });
  return written;
}

type Change = Omit<ResponseChange, "actor">;

async function writeChange(
  trx: Trx,
  change: Change,
  actor: Actor,
): Promise<ChangeOutcome> {
  const { responseId, now } = change;
  const rowVersion = await updateResponse(trx, {
    responseId,
    rowVersion: change.rowVersion,
    columns: toColumns(change.set),
    isDecision: isDecision(change.set),
  });
  if (rowVersion === undefined) return { ok: false, reason: "stale" };
  if (change.set.state === "withdrawn") await closeToSearch(trx, responseId);
  await recordEvents(
    trx,
    change.events.map(({ type, details }) => ({
      at: now,
      actor,
      subject: { kind: "response", id: responseId },
      type,
      details: isDecision(change.set)
        ? { ...details, rowVersion }
        : { ...details },
    })),
  );
  return { ok: true, rowVersion };
}

/** What a colleague's decision can clash with; a flag is right whatever they decide. */
function isDecision(set: ResponseChange["set"]): boolean {
  const { state, assigneeId, content } = set;
  return [state, assigneeId, content].some((one) => one !== undefined);
}

function toColumns({
  state,
  assigneeId,
  isFlagged,
  endsClaim = false,
  content,
}: ResponseChange["set"]) {
  return {
    ...(state !== undefined && {
      state,
      awaits_triage: awaitsTriage(state) ? (1 as const) : (0 as const),
    }),
    ...(assigneeId !== undefined && toAssigneeColumns(assigneeId)),
    ...(isFlagged !== undefined && {
      safeguarding_flag: isFlagged ? (1 as const) : (0 as const),
    }),
    ...(content && {
      current_version: content.version,
      word_count: content.wordCount,
      excerpt: content.excerpt,
      attachment_count: content.attachmentCount,
    }),
    // Made anew of other words when it is indexed, and never again of none.
    ...((content || state === "withdrawn") && {
      words_key: null,
      says_nothing: 0 as const,
    }),
    ...(endsClaim && { claimed_by: null, claim_expires_at: null }),
  };
}

export type LastChange = { changedBy: string; changedAt: string };

/** Who brought a response to the row version it has now, and when (ISO-8601 UTC); undefined where no event says so. */
export async function findLastChange(
  db: Db,
  response: { responseId: number; rowVersion: number },
): Promise<LastChange | undefined> {
  const events = await selectEvents(db, {
    subject: { kind: "response", id: response.responseId },
  });
  const change = events.findLast(
    ({ details }) => details.rowVersion === response.rowVersion,
  );
  return change && { changedBy: change.actorName, changedAt: change.at };
}
