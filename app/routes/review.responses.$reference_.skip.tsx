import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { z } from "zod";
import { responseAddress } from "#app/addresses.ts";
import { skipReasons } from "#app/domain/responses/responses.ts";
import { skipResponse } from "#app/domain/responses/skips.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import {
  requireResponse,
  showResponseInstead,
} from "#app/http/request/found-response.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  openNextResponse,
  queuePathOf,
} from "#app/http/request/next-response.server.ts";
import {
  keepOtherParts,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "take-responses");
  return showResponseInstead(context, viewer, params.reference);
}

const skipSchema = z.object({ skip: z.enum(skipReasons) });
const known = withPageFields(knownFields(skipSchema, "returnTo"));

/** Gives a response back for good as far as one person goes, and takes the next of their list. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, context, "take-responses");
  const response = await requireResponse(context, staff, params.reference);
  const form = await readForm({ request, context }, known);
  const { fields } = form;
  const submission = parseForm(form, skipSchema);
  if (submission.status !== "success") throw data(null, { status: 400 });
  const { staffId } = staff;
  await keepOtherParts(context, { fields, response, staffId });
  const { responseId, reference } = response;
  const reason = submission.value.skip;
  const now = context.now();
  await skipResponse(context.db, { responseId, actor: staff, reason, now });
  const own = responseAddress(reference);
  const returnTo = safeReturnPath(sentField(fields, "returnTo"), own);
  return openNextResponse(context, {
    ...{ staff, queuePath: queuePathOf(returnTo), after: response },
    done: { text: `${reference} is skipped. You are not handed it again.` },
  });
}

/** Never shown, but with a page of its own a refusal gives back what stood on the page, and not as JSON. */
export default function Skip() {
  return null;
}
