import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { portalRows } from "./portal-rows.ts";

/** Of a draft that had to be asked again on another version. */
export const movedDraft = { begun_definition_id: 1, equality_settled: 1 };

/** A working copy of a call and a part of it that was changed, that it be opened, and the review's own pages. */
export const authoringRows = (of: {
  callId: number;
  staffId: string;
  at: string;
}) => [
  {
    table: "call_definitions" as const,
    row: {
      ...{ call_id: of.callId, version: 2, created_at: of.at },
      definition: JSON.stringify(callForAdvice),
      asks_again: '{"questions":["may-quote"],"reason":{"en":"The law."}}',
    },
  },
  {
    table: "definition_drafts" as const,
    row: {
      ...{ id: 4, call_id: of.callId, based_on_definition_id: 1 },
      ...{ created_at: of.at, created_by_id: of.staffId, row_version: 3 },
      ...{
        proposed_by_id: of.staffId,
        proposed_at: of.at,
        proposed_version: 2,
        ...{ approved_by_id: of.staffId, approved_at: of.at },
        publish_at: of.at,
        asks_again: '{"questions":["a"],"reason":{"en":"“So”"}}',
      },
      ...{ returned_by_id: of.staffId, returned_at: of.at },
      returned_note: "Say who “we” is.",
      returned_to_id: of.staffId,
    },
  },
  {
    table: "definition_draft_parts" as const,
    row: {
      ...{ draft_id: 4, kind: "about", key: "about", position: 0, body: "{}" },
      ...{ row_version: 2, changed_at: of.at, changed_by_id: of.staffId },
    },
  },
  {
    table: "published_alone" as const,
    row: {
      ...{ definition_id: 1, before_id: 1, reason: "A “number” was wrong." },
      ...{ published_by_id: of.staffId, published_at: of.at },
      ...{ looked_by_id: of.staffId, looked_at: of.at },
    },
  },
  {
    table: "call_tellings" as const,
    row: {
      ...{ id: 3, call_id: of.callId, kind: "change-fell" as const },
      ...{ by_id: of.staffId, to_id: of.staffId, at: of.at },
    },
  },
  {
    table: "preview_links" as const,
    row: {
      ...{ id: 5, call_id: of.callId, version: 1, made_by_id: of.staffId },
      ...{ made_at: of.at, ends_at: of.at, ended_at: of.at },
    },
  },
  {
    table: "opening_proposals" as const,
    row: {
      ...{ call_id: of.callId, definition_id: 1, times_before: "[]" },
      ...{ opens_at: of.at, closes_at: of.at },
      ...{ proposed_by_id: of.staffId, proposed_at: of.at },
      ...{ returned_by_id: of.staffId, returned_at: of.at },
      returned_note: "Not before the Chair has seen it.",
    },
  },
  {
    table: "bank_questions" as const,
    row: {
      ...{ id: 6, key: "0123456789abcdef01234567", name: "“Role”" },
      ...{ group_name: "About you", version: 1, row_version: 2 },
      ...{ retired_at: of.at, retired_by_id: of.staffId },
    },
  },
  {
    table: "bank_question_versions" as const,
    row: {
      ...{ bank_question_id: 6, version: 1, body: "{}" },
      ...{ saved_at: of.at, saved_by_id: of.staffId },
    },
  },
  ...portalRows(of),
];
