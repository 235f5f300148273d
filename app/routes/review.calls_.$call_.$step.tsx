import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keptCallAddress } from "#app/call-addresses.ts";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import {
  type CallStep,
  callSteps,
  stepRefusal,
  stepSchema,
} from "#app/domain/calls/call-steps.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { type ReadStep, readStep } from "#app/domain/calls/step-form.ts";
import { takeStep } from "#app/domain/calls/take-step.server.ts";
import { countUnderWay } from "#app/domain/drafts/under-way.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  type PreviewedChange,
  showPreview,
} from "#app/http/request/previewed-change.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  stepProblems,
  stepRefusals,
  stepWords,
  whichChoices,
} from "#app/screens/review/call-step-words.ts";
import {
  describeComing,
  describeStep,
  tellMeanwhile,
} from "#app/screens/review/call-steps.ts";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { CallStepForm } from "#app/ui/review/call-step-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

function requireStep(named: string | undefined): CallStep {
  const step = callSteps.find((one) => one === named);
  if (!step) throw data(null, { status: 404 });
  return step;
}

/** What a step about a call comes to, before it is taken. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const step = requireStep(params.step);
  const call = await requireKeptCall(context, params.call);
  const now = context.now();
  const screen = describeStep(step, call, now);
  const ready =
    screen.refusal || screen.asks
      ? undefined
      : readStep(step, call, stepSchema.parse({}), now);
  return {
    title: staffPageTitle(context, `${screen.heading}: ${screen.callTitle}`),
    ...{ screen, whichChoices },
    /** What asks for no time is shown at once. */
    preview: ready?.ok
      ? await tellComing(context, step, call, ready)
      : undefined,
  };
}

async function tellComing(
  { db, now }: Pick<RequestContext, "db" | "now">,
  step: CallStep,
  call: Call,
  read: ReadStep,
) {
  const underWay = (await countUnderWay(db, now())).get(call.id) ?? 0;
  const lines = describeComing(step, { ...read, underWay, now: now() });
  return { lines, seal: read.seal };
}

const subjectOf = ({ id }: Call) => ({ kind: "call" as const, id });

const known = knownFields(stepSchema);

/** Shows what a step comes to; then takes it, if that is still so. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const step = requireStep(params.step);
  const form = parseForm(await readForm(args, known), stepSchema, stepProblems);
  if (form.status !== "success")
    return refuseForm<PreviewedChange>(context, form);
  const call = await requireKeptCall(context, params.call);
  const now = context.now();
  const refusal = stepRefusal(step, call, now);
  if (refusal)
    return refuseForm<PreviewedChange>(context, form, {
      status: 409,
      errors: { "": stepRefusals[refusal] },
    });
  const read = readStep(step, call, form.value, now);
  if (!read.ok)
    return refuseForm<PreviewedChange>(context, form, {
      errors: { [read.field]: stepProblems[read.reason] },
    });
  const preview = await tellComing(context, step, call, read);
  if (form.value.step === "preview")
    return showPreview(context, form, preview, undefined);
  const { seen } = form.value;
  const decidedBy = form.value.decidedBy || null;
  const changed =
    seen === read.seal &&
    (await takeStep(context.db, { step, call, read, decidedBy, staffId, now }));
  if (!changed || !changed.ok) {
    const history = await selectHistory(context.db, subjectOf(call));
    return showPreview(context, form, preview, tellMeanwhile(history));
  }
  return redirectWithFlash(context, keptCallAddress(call.slug), {
    ...{ kind: "success", text: stepWords[step].done },
  });
}

export default function CallStepPage() {
  const {
    screen,
    preview,
    whichChoices: which,
  } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <FormErrors reply={reply} />
      <span className="govuk-caption-l">{screen.callTitle}</span>
      <h1 className="govuk-heading-l">{screen.heading}</h1>
      {screen.refusal ? (
        <p className="govuk-body">This cannot be done now. {screen.refusal}</p>
      ) : (
        <CallStepForm
          {...{ screen, reply, which, ready: preview }}
          shown={reply?.preview}
        />
      )}
    </TwoThirds>
  );
}
