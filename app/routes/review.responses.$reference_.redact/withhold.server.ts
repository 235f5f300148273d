import { proposeToWithhold } from "#app/domain/redaction/propose.server.ts";
import { withholdSchema } from "#app/domain/redaction/redaction-forms.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { redactAddress } from "#app/redaction-addresses.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { tellWithholding } from "#app/screens/review/redaction-outcomes.ts";

/** Somebody proposes to withhold a file as a whole. */
export async function withholdFile(
  context: RequestContext,
  received: ReceivedForm,
  of: { response: { responseId: number; reference: string }; actor: Viewer },
) {
  const form = parseForm(received, withholdSchema, formProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { file, fileReason } = form.value;
  const { responseId, reference } = of.response;
  const outcome = await proposeToWithhold(context.db, {
    ...{ responseId, publicId: file, reason: fileReason },
    ...{ actor: of.actor, now: context.now() },
    randomBytes: context.randomBytes,
  });
  const told = tellWithholding(outcome);
  if (!told.ok)
    return refuseForm(context, form, {
      errors: { "": told.text },
      status: 409,
    });
  return redirectWithFlash(context, redactAddress(reference), told);
}
