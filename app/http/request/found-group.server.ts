import { data } from "@remix-run/node";
import { findGroup, type GroupAtWork } from "#app/domain/team/groups.server.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { RequestContext } from "./context.server.ts";

/** The group of an address. @throws a 404 where there is none, or where it ended. */
export async function findGroupAtWork(
  { db }: Pick<RequestContext, "db">,
  viewer: Viewer,
  params: { group?: string | undefined },
): Promise<GroupAtWork> {
  const groupId = readWholeNumber(params.group) ?? 0;
  const group = await findGroup(db, { groupId, viewer });
  if (!group) throw data(null, { status: 404 });
  return group;
}
