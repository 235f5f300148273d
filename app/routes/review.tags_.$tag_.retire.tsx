import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { tagListAddress } from "#app/addresses.ts";
import { retireTag } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-tags");
  return redirect(tagListAddress(), 303);
}

/** Takes a tag out of use; for those who lead. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "retire-tags");
  const outcome = await retireTag(context.db, {
    tagId: readWholeNumber(params.tag) ?? 0,
    actor,
    now: context.now(),
  });
  if (outcome.ok) return redirect(tagListAddress(), 303);
  if (outcome.reason === "not-found") throw data(null, { status: 404 });
  throw refusal(context, actor, "retire-tags");
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function RetireTag() {
  return null;
}
