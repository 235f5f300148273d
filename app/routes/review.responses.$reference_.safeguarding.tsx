import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { responseAddress } from "#app/addresses.ts";
import { findCase } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { flagSchema } from "#app/domain/triage/triage-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readPageWork,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { kindChoices } from "#app/screens/review/safeguarding.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { RaiseFlagForm } from "#app/ui/review/safeguarding-panel.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "raise-safeguarding-flag");
  const response = await requireResponse(context, staff, params.reference);
  const { reference, responseId, isFlagged } = response;
  const found = isFlagged
    ? await findCase(context.db, { responseId, viewer: staff })
    : undefined;
  // The queue's link names the list to come back to.
  const from = new URL(request.url).searchParams.get("from");
  return {
    title: staffPageTitle(context, `Safeguarding: ${reference}`),
    reference,
    returnTo: safeReturnPath(from, responseAddress(reference)),
    isOpen: found !== undefined && found.closedAt === undefined,
    kinds: kindChoices,
  };
}

const known = withPageFields(knownFields(flagSchema, "returnTo"));

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "raise-safeguarding-flag");
  const work = { actor, known, saving: "flag" as const };
  const { response, form, returnTo } = await readPageWork(args, work);
  const { reference, responseId } = response;
  const also = { returnTo };
  const submission = parseForm(form, flagSchema, formProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { riskKind: kind, reason } = submission.value;
  const change = { responseId, kind, reason, actor, now: context.now() };
  const { wasRaisedAlready } = await raiseSafeguardingFlag(context.db, change);
  const done = wasRaisedAlready ? "was flagged already" : "is flagged";
  return redirectWithFlash(context, returnTo, {
    kind: "success",
    text: `${reference} ${done} for safeguarding.`,
  });
}

export default function Safeguarding() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const returnTo = reply?.returnTo ?? screen.returnTo;
  const { reference, kinds } = screen;
  const form = { reference, kinds, returnTo, reply };
  return (
    <TwoThirds>
      <BackLink to={returnTo}>Back</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Safeguarding: {screen.reference}</h1>
      {screen.isOpen ? (
        <p className="govuk-body">
          This response is flagged: somebody may be at risk. Two of those who
          decide about it close its case.
        </p>
      ) : (
        <RaiseFlagForm {...form} />
      )}
    </TwoThirds>
  );
}
