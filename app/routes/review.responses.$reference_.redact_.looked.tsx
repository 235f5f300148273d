import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { redactAddress } from "#app/redaction-addresses.ts";
import {
  lookAgain,
  tellNothingToRedact,
} from "#app/domain/redaction/looks.server.ts";
import { lookSchema } from "#app/domain/redaction/redaction-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { tellLook } from "#app/screens/review/redaction-outcomes.ts";

/** For whoever opens the address of the press: the page that it stands on. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "redact-responses");
  const { reference } = await requireResponse(context, staff, params.reference);
  return redirect(redactAddress(reference), 303);
}

const known = knownFields(lookSchema);

/** Somebody looked and found nothing to redact, or wants it looked through again. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "redact-responses");
  const response = await requireResponse(context, actor, params.reference);
  const form = parseForm(await readForm(args, known), lookSchema);
  if (form.status !== "success") throw data(null, { status: 400 });
  const { version, look } = form.value;
  const { responseId, reference } = response;
  const looking = { responseId, version, actor, now: context.now() };
  const outcome =
    look === "nothing"
      ? await tellNothingToRedact(context.db, looking)
      : await lookAgain(context.db, looking);
  const told = tellLook(look, outcome);
  return redirectWithFlash(context, redactAddress(reference), told);
}
