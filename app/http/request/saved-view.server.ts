import { data } from "@remix-run/node";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { mayChangeView, selectViews } from "#app/domain/triage/views.server.ts";
import type { ListedView } from "#app/domain/triage/views.ts";
import type { RequestContext } from "./context.server.ts";
import { refusal } from "./guards.server.ts";

/**
 * The view of an address, for whoever may change it.
 *
 * @throws a 404 where they may not see it, a 403 where they may only use it.
 */
export async function requireView(
  context: Pick<RequestContext, "db" | "logger" | "requestId">,
  actor: StaffMember,
  param: string | undefined,
): Promise<ListedView> {
  const views = await selectViews(context.db, actor);
  const viewId = readWholeNumber(param);
  const view = views.find((one) => one.viewId === viewId);
  if (!view) throw data(null, { status: 404 });
  if (!mayChangeView(actor, view))
    throw refusal(context, actor, "change-any-view");
  return view;
}
