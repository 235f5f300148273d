import { type RawBuilder, sql } from "kysely";
import { apartFromGroups } from "../accounts/groups.ts";
import { idsOfResponses } from "../responses/visible-responses.queries.server.ts";
import type { WhichPeople } from "./queue-conditions.ts";

export const anybody = sql`(select id from staff)`;

/** Statements that together give what is with people, or was decided, tagged or skipped by them; each from an index. */
export function ofPeople(
  on: "assigned" | "claimed" | "decided" | "tagged" | "skipped",
  who: Exclude<WhichPeople, "nobody">,
): RawBuilder<unknown>[] {
  const people = who === "anybody" ? anybody : sql`(${sql.join(who)})`;
  switch (on) {
    case "assigned":
      return withThem(who);
    case "claimed":
      return [idsOfResponses(sql`picked.claimed_by in ${people}`)];
    case "decided":
      return [
        sql`select subject_id from events
          where actor_id in ${people} and type = 'response.state-changed'`,
      ];
    case "tagged":
      return [
        sql`select response_id from response_tags where tagged_by in ${people}`,
        sql`select response_id from passages where tagged_by in ${people}`,
      ];
    case "skipped":
      return [sql`select response_id from skips where staff_id in ${people}`];
  }
}

function withThem(who: Exclude<WhichPeople, "nobody">): RawBuilder<unknown>[] {
  if (who === "anybody")
    return [
      idsOfResponses(sql`picked.assignee_id in ${anybody}`),
      idsOfResponses(sql`picked.group_id is not null`),
    ];
  const { people, groupIds } = apartFromGroups(who);
  const among = (column: "assignee_id" | "group_id", ids: unknown[]) =>
    ids.length === 0
      ? []
      : [idsOfResponses(sql`picked.${sql.ref(column)} in (${sql.join(ids)})`)];
  return [...among("assignee_id", people), ...among("group_id", groupIds)];
}
