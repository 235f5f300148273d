import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { personAddress } from "#app/people-addresses.ts";
import { requireStaff } from "./guards.server.ts";

/** The loader of a form that stands on a person's page: opened by itself, its address shows the person instead. */
export async function showPersonInstead({
  request,
  context,
  params,
}: LoaderFunctionArgs): Promise<Response> {
  await requireStaff(request, context, "manage-people");
  return redirect(personAddress(params.person ?? ""), 303);
}
