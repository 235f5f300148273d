import { checkedDefinitionOf } from "#app/domain/calls/authoring/check-working-copy.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { londonDay } from "#app/domain/calls/london-time.ts";
import { findRouteChangesOf } from "../call-routes/find-routes.server.ts";

/** What a working copy changes of the ways through its call; undefined where it is no whole form yet. */
export async function findRouteChanges(
  {
    call,
    copy,
  }: { call: Pick<Call, "slug" | "definition">; copy: WorkingCopy },
  now: Date,
) {
  const checked = checkedDefinitionOf(copy);
  if (!checked.ok) return undefined;
  const today = londonDay(now);
  const forms = { before: call.definition, after: checked.definition };
  const changes = await findRouteChangesOf(forms, {
    callSlug: call.slug,
    today,
  });
  return { changes, forms };
}
