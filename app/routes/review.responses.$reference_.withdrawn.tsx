import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { responseAddress } from "#app/addresses.ts";
import { reopeningReasons } from "#app/domain/responses/closed-responses.ts";
import {
  hasClosedWords,
  openWithdrawn,
} from "#app/domain/responses/closed-responses.server.ts";
import { claimMinutes } from "#app/domain/responses/triage-states.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { reopeningChoices } from "#app/screens/review/withdrawn.ts";
import { Button } from "#app/ui/button.tsx";
import { RadiosField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

const reasonSchema = z.object({
  reason: z.enum(reopeningReasons, "Choose why you have to read it"),
});
const known = knownFields(reasonSchema);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const response = await requireResponse(context, viewer, params.reference);
  const { reference } = response;
  const path = responseAddress(reference);
  if (!(await hasClosedWords(context.db, response))) throw redirect(path, 303);
  const heading = isWithdrawn(response)
    ? `Open ${reference}, which was taken back`
    : `Open what was taken back of ${reference}`;
  const title = staffPageTitle(context, heading);
  return { title, heading, reference, path };
}

/** Asked for by a post: a page that is loaded ahead opens nothing. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const response = await requireResponse(context, viewer, params.reference);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, reasonSchema);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { responseId, reference } = response;
  if (await hasClosedWords(context.db, response))
    await openWithdrawn(context.db, {
      responseId,
      staffId: viewer.staffId,
      reason: submission.value.reason,
      now: context.now(),
    });
  return redirect(responseAddress(reference), 303);
}

export default function OpenWithdrawn() {
  const { heading, reference, path } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={path}>Back to {reference}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">{heading}</h1>
      <form method="post" noValidate>
        <p className="govuk-body">
          Whoever sent it does not want it read any more. What it says opens to
          you alone, for {claimMinutes} minutes. That you opened it, and why, is
          written in its history.
        </p>
        <RadiosField
          {...fieldProps(reply, "reason")}
          label="Why do you have to read it?"
          choices={reopeningChoices}
        />
        <Button>Open it</Button>
      </form>
    </TwoThirds>
  );
}
