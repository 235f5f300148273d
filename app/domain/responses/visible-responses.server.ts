import { assigneeOf } from "../accounts/groups.ts";
import { noDue } from "../calls/dues.ts";
import type { Db } from "#app/db/schema.ts";
import {
  selectVisibleAnswerText,
  selectVisiblePresentAnswer,
} from "./visible-answers.queries.server.ts";
import { countVisibleByState } from "./visible-counts.queries.server.ts";
import {
  selectVisibleByIds,
  selectVisibleByReference,
  type VisibleRow,
} from "./visible-responses.queries.server.ts";
import type { ResponseState } from "./responses.ts";
import type { Viewer, VisibleResponse } from "./visible-responses.ts";
import { withheldFrom } from "./withheld-words.server.ts";

/** Who looks, and when: claims that ran out before `now` are not told. */
export type Seeing = { viewer: Viewer; now: Date };

/** The response of a reference as it stands; undefined where there is none that this viewer sees. */
export async function findVisibleResponse(
  db: Db,
  { reference, viewer, now }: Seeing & { reference: string },
): Promise<VisibleResponse | undefined> {
  const row = await selectVisibleByReference(db, viewer, reference);
  if (!row) return undefined;
  const [found] = await toVisible(db, [row], { viewer, now });
  return found;
}

/** The same by the ids inside, in no order; those that the viewer does not see are left out. */
export async function selectVisibleResponses(
  db: Db,
  { responseIds, viewer, now }: Seeing & { responseIds: number[] },
): Promise<VisibleResponse[]> {
  const rows = await selectVisibleByIds(db, viewer, responseIds);
  return toVisible(db, rows, { viewer, now });
}

/** One of them. @throws where the viewer sees no response of that id. */
export async function readVisibleResponse(
  db: Db,
  { responseId, ...seeing }: Seeing & { responseId: number },
): Promise<VisibleResponse> {
  const responseIds = [responseId];
  const [found] = await selectVisibleResponses(db, { responseIds, ...seeing });
  if (!found) throw new Error("The viewer sees no response of that id");
  return found;
}

/** How many of a call's responses, or of all, the viewer sees in each state; a state of none may be left out. */
export async function countVisibleResponses(
  db: Db,
  of: { viewer: Viewer; callId: number | undefined },
): Promise<Map<ResponseState, number>> {
  return countVisibleByState(db, of.viewer, of.callId);
}

/** The frozen text of one of its answers; undefined where it is not there for this viewer. */
export async function findAnswerText(
  db: Db,
  source: { responseId: number; answerId: number; viewer: Viewer },
): Promise<string | undefined> {
  return selectVisibleAnswerText(db, source.viewer, source);
}

/** What stands now in the place of an answer that its sender changed; undefined where nothing does. */
export async function findPresentAnswer(
  db: Db,
  former: { responseId: number; answerId: number; viewer: Viewer },
): Promise<{ answerId: number; text: string } | undefined> {
  return selectVisiblePresentAnswer(db, former.viewer, former);
}

async function toVisible(
  db: Db,
  rows: VisibleRow[],
  { viewer, now }: Seeing,
): Promise<VisibleResponse[]> {
  const responseIds = rows.map(({ id }) => id);
  const withheld = await withheldFrom(db, viewer, responseIds);
  return rows.map((row) => ({
    ...describeRow(row, now),
    excerpt: withheld.hideInExcerpt(row.id, row.excerpt),
  }));
}

function describeRow(
  row: VisibleRow,
  now: Date,
): Omit<VisibleResponse, "excerpt"> {
  return {
    responseId: row.id,
    reference: row.reference,
    callId: row.call_id,
    definitionId: row.definition_id,
    channel: row.channel,
    language: row.language,
    receivedAt: row.received_at,
    recordedAt: row.recorded_at,
    answersVersion: row.current_version,
    wordCount: row.word_count,
    attachmentCount: row.attachment_count,
    state: row.state,
    isFlagged: row.safeguarding_flag === 1,
    assigneeId: assigneeOf(row),
    assigneeName: row.group_name ?? row.assignee_name,
    assigneeGone: row.group_ended_at
      ? "ended"
      : row.assignee_left_at
        ? "left"
        : undefined,
    claim: liveClaim(row, now),
    rowVersion: row.row_version,
    wordsKey: row.words_key,
    dueOn: row.due_on === noDue ? undefined : row.due_on,
    saysNothing: row.says_nothing === 1,
  };
}

function liveClaim(row: VisibleRow, now: Date): VisibleResponse["claim"] {
  if (!row.claimed_by || !row.claim_expires_at) return undefined;
  if (row.claim_expires_at <= now.toISOString()) return undefined;
  return {
    staffId: row.claimed_by,
    name: row.claimant_name ?? "",
    expiresAt: row.claim_expires_at,
  };
}
