import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { queueAddress } from "#app/addresses.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import {
  openNextResponse,
  queuePathOf,
} from "#app/http/request/next-response.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  keepOtherParts,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "take-responses");
  return redirect(queueAddress(), 303);
}

const known = withPageFields(knownFields(undefined, "returnTo", "reference"));

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireStaff(request, context, "take-responses");
  const { fields } = await readForm({ request, context }, known);
  const returnTo = safeReturnPath(sentField(fields, "returnTo"));
  const reference = sentField(fields, "reference");
  if (reference === "")
    return openNextResponse(context, { staff, queuePath: returnTo });
  const response = await requireResponse(context, staff, reference);
  const { staffId } = staff;
  await keepOtherParts(context, { fields, response, staffId });
  const queuePath = queuePathOf(returnTo);
  return openNextResponse(context, { staff, queuePath, after: response });
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function TakeNext() {
  return null;
}
