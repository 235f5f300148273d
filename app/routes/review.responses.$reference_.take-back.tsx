import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { undoDecision } from "#app/domain/triage/undo-decision.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import {
  requireResponse,
  showResponseInstead,
} from "#app/http/request/found-response.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  queuePathOf,
  responsePath,
} from "#app/http/request/next-response.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { describeUndone } from "#app/screens/review/saved-decision.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "triage-responses");
  return showResponseInstead(context, viewer, params.reference);
}

const known = knownFields(undefined, "returnTo");

/** Takes one's own last decision back, and goes to the response that it was about. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "triage-responses");
  const response = await requireResponse(context, actor, params.reference);
  const { responseId, reference } = response;
  const now = context.now();
  const undone = await undoDecision(context.db, { responseId, actor, now });
  if (undone.ok) await claimResponse(context.db, { ...actor, responseId, now });
  const { fields } = await readForm({ request, context }, known);
  const queuePath = queuePathOf(safeReturnPath(sentField(fields, "returnTo")));
  const told = describeUndone(reference, undone);
  return redirectWithFlash(context, responsePath(reference, queuePath), told);
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function TakeBack() {
  return null;
}
