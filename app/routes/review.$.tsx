import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/http/request/guards.server.ts";

/** An address of the review side that is not there; told to staff only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "open-review-side");
  throw data(null, { status: 404 });
}

export default function NotThere() {
  return null;
}
