import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { responseAddress } from "#app/addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import {
  lowerSafeguardingFlag,
  raiseSafeguardingFlag,
} from "#app/domain/triage/flags.server.ts";
import { flagSchema } from "#app/domain/triage/triage-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import {
  refusal,
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  keepOtherParts,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import {
  LowerFlagForm,
  RaiseFlagForm,
} from "#app/ui/review/safeguarding-panel.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "raise-safeguarding-flag");
  const response = await requireResponse(context, staff, params.reference);
  const { reference, isFlagged } = response;
  // The queue's link names the list to come back to.
  const from = new URL(request.url).searchParams.get("from");
  return {
    title: staffPageTitle(context, `Safeguarding: ${reference}`),
    reference,
    returnTo: safeReturnPath(from, responseAddress(reference)),
    isFlagged,
    mayLower: may(staff, "lower-safeguarding-flag"),
  };
}

const known = withPageFields(knownFields(flagSchema, "returnTo"));

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "raise-safeguarding-flag");
  const response = await requireResponse(context, actor, params.reference);
  const { reference, responseId } = response;
  const form = await readForm({ request, context }, known);
  const { fields } = form;
  const { staffId } = actor;
  await keepOtherParts(context, { fields, response, staffId, saving: "flag" });
  const own = responseAddress(reference);
  const returnTo = safeReturnPath(sentField(fields, "returnTo"), own);
  const also = { returnTo };
  const submission = parseForm(form, flagSchema, formProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { intent, reason } = submission.value;
  const change = { responseId, reason, actor, now: context.now() };
  const tell = (text: string) =>
    redirectWithFlash(context, returnTo, { kind: "success", text });
  if (intent === "raise") {
    const { wasRaisedAlready } = await raiseSafeguardingFlag(
      context.db,
      change,
    );
    const done = wasRaisedAlready ? "was flagged already" : "is flagged";
    return tell(`${reference} ${done} for safeguarding.`);
  }
  const lowered = await lowerSafeguardingFlag(context.db, change);
  if (lowered.ok) return tell(`The flag is off ${reference}.`);
  if (lowered.reason === "not-allowed")
    throw refusal(context, actor, "lower-safeguarding-flag");
  if (lowered.reason === "not-raised")
    return tell(`${reference} has no flag any more.`);
  const errors = { reason: "Write what was decided, and by whom" };
  return refuseForm(context, submission, { errors, also });
}

export default function Safeguarding() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const returnTo = reply?.returnTo ?? screen.returnTo;
  const form = { reference: screen.reference, returnTo, reply };
  return (
    <TwoThirds>
      <BackLink to={returnTo}>Back</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Safeguarding: {screen.reference}</h1>
      {!screen.isFlagged && <RaiseFlagForm {...form} />}
      {screen.isFlagged && (
        <p className="govuk-body">
          This response is flagged: somebody may be at risk.
          {!screen.mayLower &&
            " A lead decides what happens next, and takes the flag off."}
        </p>
      )}
      {screen.isFlagged && screen.mayLower && <LowerFlagForm {...form} />}
    </TwoThirds>
  );
}
