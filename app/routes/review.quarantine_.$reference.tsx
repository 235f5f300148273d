import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import {
  decideHeldBack,
  openHeldBack,
} from "#app/domain/responses/held-back.server.ts";
import { heldBackDecisions } from "#app/domain/responses/held-back.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  describeOneHeldBack,
  standingHref,
  tellStanding,
} from "#app/screens/review/quarantine.ts";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { HeldBackForm } from "#app/ui/review/held-back-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "decide-held-back");
  const { reference = "" } = params;
  const now = context.now();
  const opened = await openHeldBack(context.db, { reference, staff, now });
  if (!opened) throw data(null, { status: 404 });
  const calls = await selectAllCalls(context.db);
  const title = staffPageTitle(context, `Held back: ${reference}`);
  return { title, ...describeOneHeldBack(opened, calls) };
}

const known = knownFields(undefined, "decision");

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "decide-held-back");
  const { reference = "" } = params;
  const { fields } = await readForm({ request, context }, known);
  const sent = sentField(fields, "decision");
  const decision = heldBackDecisions.find((one) => one === sent);
  if (!decision) throw data(null, { status: 400 });
  const now = context.now();
  const decided = { reference, decision, actor, now };
  const outcome = await decideHeldBack(context.db, decided);
  if (outcome.ok)
    return redirectWithFlash(context, standingHref("waiting"), {
      kind: "success",
      text: tellStanding(reference, outcome.standing),
    });
  if (outcome.reason === "not-found") throw data(null, { status: 404 });
  if (outcome.reason === "not-allowed")
    throw refusal(context, actor, "decide-held-back");
  return redirectWithFlash(context, standingHref("waiting"), {
    kind: "notice",
    text: `Nothing was changed: ${reference} is not where it was any more, because a colleague has decided about it or works on it.`,
  });
}

export default function HeldBack() {
  const { line, standing, backTo, words, files } =
    useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={backTo}>Back to the quarantine</BackLink>
      <span className="govuk-caption-l">{standing}</span>
      <h1 className="govuk-heading-l">{line.reference}</h1>
      <p className="govuk-body">{line.facts}</p>
      <p className="govuk-body">{line.why}</p>
      {words.length === 0 && <p className="govuk-body">{line.excerpt}</p>}
      {words.map(({ label, text }) => (
        <Part key={label} heading={label}>
          <p className="govuk-body heard-answer" dir="auto">
            {text}
          </p>
        </Part>
      ))}
      {files && <p className="govuk-body">{files}</p>}
      <HeldBackForm {...line} />
    </TwoThirds>
  );
}
