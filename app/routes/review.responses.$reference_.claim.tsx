import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { responseAddress } from "#app/addresses.ts";
import {
  claimResponse,
  releaseClaim,
  renewClaim,
} from "#app/domain/responses/claims.server.ts";
import { claimSchema } from "#app/domain/triage/triage-forms.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  type Flash,
  redirectWithFlash,
} from "#app/http/request/flash.server.ts";
import {
  requireResponse,
  showResponseInstead,
} from "#app/http/request/found-response.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { queuePathOf } from "#app/http/request/next-response.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  keepOtherParts,
  tellKeptParts,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import {
  describeClaimRefusal,
  describeNothingToRelease,
} from "#app/screens/review/refusals.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "take-responses");
  return showResponseInstead(context, viewer, params.reference);
}

const known = withPageFields(knownFields(claimSchema, "returnTo"));

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context, "take-responses");
  const response = await requireResponse(context, viewer, params.reference);
  const form = await readForm({ request, context }, known);
  const { fields } = form;
  const submission = parseForm(form, claimSchema);
  if (submission.status !== "success") throw data(null, { status: 400 });
  const { staffId } = viewer;
  const kept = await keepOtherParts(context, { fields, response, staffId });
  const claim = {
    ...viewer,
    responseId: response.responseId,
    now: context.now(),
  };
  const own = responseAddress(response.reference);
  const returnTo = safeReturnPath(sentField(fields, "returnTo"), own);
  switch (submission.value.intent) {
    case "keep":
      return new Response(null, { status: 204 });
    case "renew": {
      const renewed = await renewClaim(context.db, claim);
      return new Response(null, { status: renewed ? 204 : 409 });
    }
    case "release": {
      const told = await giveBack(context, response.reference, claim);
      const text = `${told.text} ${tellKeptParts(kept)}`.trim();
      const next = queuePathOf(returnTo);
      return redirectWithFlash(context, next, { ...told, text });
    }
    case "claim": {
      const outcome = await claimResponse(context.db, claim);
      const refusal = outcome.ok ? undefined : describeClaimRefusal(outcome);
      return redirectWithFlash(
        context,
        returnTo,
        refusal === undefined ? undefined : { kind: "notice", text: refusal },
      );
    }
  }
}

async function giveBack(
  { db }: Pick<RequestContext, "db">,
  reference: string,
  claim: Parameters<typeof releaseClaim>[1],
): Promise<Flash> {
  return (await releaseClaim(db, claim))
    ? { kind: "success", text: `${reference} is back in the queue.` }
    : { kind: "notice", text: describeNothingToRelease(reference) };
}

/** Never shown, but with a page of its own a refusal gives back what stood on the page, and not as JSON. */
export default function Claim() {
  return null;
}
