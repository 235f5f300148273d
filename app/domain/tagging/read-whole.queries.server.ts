import { type RawBuilder, sql } from "kysely";
import { may } from "../accounts/permissions.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** Of a passage among `items`: whoever may not see all its words finds it by none of them. */
export function isReadWhole(viewer: Pick<Viewer, "role">): RawBuilder<boolean> {
  if (may(viewer, "see-redacted-originals")) return sql<boolean>`true`;
  return sql<boolean>`not exists (select 1 from passages
    inner join redactions on redactions.response_id = passages.response_id
      and redactions.state = 'approved'
      and (redactions.attachment_id = passages.attachment_id
        or (redactions.answer_id = passages.answer_id
          and redactions.start_offset < passages.end_offset
          and redactions.end_offset > passages.start_offset))
    where items.kind = 1 and passages.id = items.item_id)`;
}
