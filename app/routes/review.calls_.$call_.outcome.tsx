import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keptCallAddress } from "#app/call-addresses.ts";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { tellOutcome } from "#app/domain/calls/calls.server.ts";
import { outcomeSchema } from "#app/domain/calls/outcome-form.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { tellMeanwhile } from "#app/screens/review/call-steps.ts";
import {
  describeOutcomeForm,
  outcomeDone,
  outcomeProblems,
} from "#app/screens/review/outcome.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import {
  OutcomeForm,
  ShownOutcome,
  TakeOutcomeBack,
} from "#app/ui/review/outcome-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What the public is told of what came of a call. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const call = await requireKeptCall(context, params.call);
  const screen = describeOutcomeForm(call);
  return {
    title: staffPageTitle(context, `What came of it: ${screen.callTitle}`),
    screen,
  };
}

const known = knownFields(outcomeSchema);

type Shown = { shown?: { en: string; cy: string } };

/** Shows what the public would read, tells it, or takes it back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, outcomeSchema, outcomeProblems);
  if (submission.status !== "success")
    return refuseForm<Shown>(context, submission);
  const call = await requireKeptCall(context, params.call);
  const { en, cy, rowVersion: seenVersion, step } = submission.value;
  if (step === "preview")
    return refuseForm<Shown>(context, submission, {
      ...{ status: 200, also: { shown: { en, cy } } },
    });
  const words = { en, ...(cy !== "" && { cy }) };
  const isTold = await tellOutcome(context.db, {
    outcome: step === "tell" ? words : null,
    ...{ callId: call.id, seenVersion, now: context.now() },
    actor: { kind: "staff", staffId },
  });
  if (!isTold) {
    const of = { kind: "call", id: call.id } as const;
    const meanwhile = tellMeanwhile(await selectHistory(context.db, of));
    return refuseForm<Shown>(context, submission, {
      ...{ status: 409, errors: { "": meanwhile } },
    });
  }
  return redirectWithFlash(context, keptCallAddress(call.slug), {
    ...{ kind: "success", text: outcomeDone[step] },
  });
}

export default function OutcomePage() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { rowVersion } = screen;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <FormErrors reply={reply} />
      <span className="govuk-caption-l">{screen.callTitle}</span>
      <h1 className="govuk-heading-l">Tell the public what came of it</h1>
      {reply?.shown && (
        <ShownOutcome shown={reply.shown} rowVersion={rowVersion} />
      )}
      <p className="govuk-body">{screen.standing}</p>
      <OutcomeForm screen={screen} reply={reply} />
      {screen.en !== undefined && <TakeOutcomeBack rowVersion={rowVersion} />}
    </TwoThirds>
  );
}
