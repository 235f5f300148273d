import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireStaff } from "#app/http/request/guards.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "open-review-side");
  return redirect("/review/queue", 303);
}
