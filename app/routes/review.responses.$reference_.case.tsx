import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { responseAddress } from "#app/addresses.ts";
import { takeUpSchema } from "#app/domain/responses/safeguarding/case-forms.ts";
import { takeUpCase } from "#app/domain/responses/safeguarding/handling.server.ts";
import { readWholeCase } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
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
import {
  caseAddress,
  safeguardingAddress,
} from "#app/safeguarding-addresses.ts";
import {
  caseRefusals,
  describeCase,
} from "#app/screens/review/safeguarding-case.ts";
import { BackLink } from "#app/ui/page-parts.tsx";
import { CasePanel } from "#app/ui/review/safeguarding-case.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A case: what was done in it, who has read the response since, and what can be done next. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "decide-safeguarding");
  const response = await requireResponse(context, viewer, params.reference);
  const { responseId, reference } = response;
  const whole = await readWholeCase(context.db, { responseId, viewer });
  if (!whole) throw redirect(responseAddress(reference), 303);
  const { hours, nextStep } = context.env.safeguarding;
  const clock = { hours, now: context.now() };
  return {
    title: staffPageTitle(context, `Safeguarding case: ${reference}`),
    responseHref: responseAddress(reference),
    action: caseAddress(reference),
    ...describeCase(whole, { ...viewer, nextStep, clock }),
  };
}

const known = knownFields(takeUpSchema);

/** Takes the case up, or over. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "decide-safeguarding");
  const response = await requireResponse(context, actor, params.reference);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, takeUpSchema);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { responseId, reference } = response;
  const taken = await takeUpCase(context.db, {
    ...{ responseId, actor, now: context.now() },
    ...submission.value,
  });
  const tell = (text: string, kind: "success" | "notice" = "notice") =>
    redirectWithFlash(context, caseAddress(reference), { kind, text });
  if (taken.ok) return tell(`You have the case of ${reference}.`, "success");
  if (taken.reason === "not-allowed")
    throw refusal(context, actor, "decide-safeguarding");
  if (taken.reason === "taken-meanwhile")
    return tell(`${taken.by} took it up a moment ago.`);
  return tell(caseRefusals[taken.reason]);
}

export default function Case() {
  const { responseHref, ...screen } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={safeguardingAddress}>All cases</BackLink>
      <h1 className="govuk-heading-l">Safeguarding case: {screen.reference}</h1>
      <CasePanel {...screen} responseHref={responseHref} />
    </>
  );
}
