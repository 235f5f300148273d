import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { passingSchema } from "#app/domain/responses/safeguarding/case-forms.ts";
import { recordPassing } from "#app/domain/responses/safeguarding/handling.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { caseAddress } from "#app/safeguarding-addresses.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";
import { choicesOf, wayWords } from "#app/screens/review/safeguarding.ts";
import { caseRefusals } from "#app/screens/review/safeguarding-case.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { PassingForm } from "#app/ui/review/safeguarding-forms.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "decide-safeguarding");
  const response = await requireResponse(context, viewer, params.reference);
  const { reference } = response;
  return {
    title: staffPageTitle(context, `Passed on: ${reference}`),
    caseHref: caseAddress(reference),
    today: formatShortDate(context.now().toISOString()),
    ways: choicesOf(wayWords),
  };
}

const known = knownFields(passingSchema);

/** Writes down what was passed on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "decide-safeguarding");
  const response = await requireResponse(context, actor, params.reference);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, passingSchema, formProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { responseId, reference } = response;
  const recorded = await recordPassing(context.db, {
    ...{ responseId, actor, now: context.now() },
    ...submission.value,
  });
  const tell = (text: string, kind: "success" | "notice" = "success") =>
    redirectWithFlash(context, caseAddress(reference), { kind, text });
  if (recorded.ok) return tell("It is written down.");
  if (recorded.reason === "not-allowed")
    throw refusal(context, actor, "decide-safeguarding");
  return tell(caseRefusals[recorded.reason], "notice");
}

export default function PassOn() {
  const { caseHref, today, ways } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={caseHref}>Back to the case</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Record what was passed on</h1>
      <PassingForm reply={reply} today={today} ways={ways} />
    </TwoThirds>
  );
}
