import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { queueAddress } from "#app/addresses.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "open-review-side");
  return redirect(queueAddress(), 303);
}
