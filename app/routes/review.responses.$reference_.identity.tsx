import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { responseAddress } from "#app/addresses.ts";
import { readIdentity } from "#app/domain/responses/identity.server.ts";
import {
  type IdentityPurpose,
  identityPurposes,
} from "#app/domain/responses/responses.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { RadiosField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors, type FormReply } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { IdentityLines } from "#app/ui/review/identity-lines.tsx";

const purposeSchema = z.object({
  purpose: z.enum(identityPurposes, "Choose why you need to know"),
});

const purposeLabels: Record<IdentityPurpose, string> = {
  "reply-to-respondent": "To reply to the person who sent it",
  safeguarding: "Somebody may be at risk",
  "data-rights-request": "The person asked for their data or to have it erased",
  "check-for-duplicates": "To see whether the same person sent it twice",
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-identity");
  const { reference } = await requireResponse(
    context,
    viewer,
    params.reference,
  );
  return {
    title: staffPageTitle(context, `Who sent ${reference}`),
    reference,
    path: responseAddress(reference),
  };
}

const known = knownFields(purposeSchema);

/** Asked for by a post: a page that is loaded ahead or gone back to must not read it again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-identity");
  const response = await requireResponse(context, viewer, params.reference);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, purposeSchema);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { purpose } = submission.value;
  const read = await readIdentity(context.db, {
    responseId: response.responseId,
    purpose,
    viewer,
    now: context.now(),
  });
  if (!read.ok) throw data(null, { status: 404 });
  const identity = { lines: read.lines, purpose: purposeLabels[purpose] };
  return data({ identity }, 200);
}

export default function Identity() {
  const { path, reference } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refused = reply && "errors" in reply ? reply : undefined;
  return (
    <TwoThirds>
      <BackLink to={path}>Back to {reference}</BackLink>
      <FormErrors reply={refused} />
      <h1 className="govuk-heading-l">Who sent {reference}</h1>
      {reply && "identity" in reply ? (
        <IdentityLines {...reply.identity} />
      ) : (
        <PurposeForm reply={refused} />
      )}
    </TwoThirds>
  );
}

function PurposeForm({ reply }: { reply: FormReply | undefined }) {
  return (
    <form method="post" noValidate>
      <p className="govuk-body">
        Names and contact details are kept apart from the answers. That you
        looked, and why, is written in the history of the response.
      </p>
      <RadiosField
        {...fieldProps(reply, "purpose")}
        label="Why do you need to know?"
        choices={identityPurposes.map((purpose) => ({
          value: purpose,
          label: purposeLabels[purpose],
        }))}
      />
      <Button>Show who sent it</Button>
    </form>
  );
}
