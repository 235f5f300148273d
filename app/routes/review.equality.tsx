import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { equalityAddress } from "#app/addresses.ts";
import {
  findCallBySlug,
  selectAllCalls,
} from "#app/domain/calls/calls.server.ts";
import { readEqualityTotals } from "#app/domain/equality/equality.server.ts";
import { countHeldBack } from "#app/domain/responses/held-back.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  describeEqualityCalls,
  describeEqualityTotals,
} from "#app/screens/review/equality.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, Part } from "#app/ui/page-parts.tsx";
import { EqualityTotals } from "#app/ui/review/equality-totals.tsx";

export const meta: MetaFunction = () => [
  { title: "Equality questions – Heard" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-equality-totals");
  const calls = await selectAllCalls(context.db);
  return { calls: describeEqualityCalls(calls, context.now()) };
}

const known = knownFields(undefined, "call");

/** Asked for by a post, because that somebody looked is written down. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-equality-totals");
  const { fields } = await readForm({ request, context }, known);
  const call = await findCallBySlug(context.db, sentField(fields, "call"));
  if (!call) throw data(null, { status: 404 });
  const now = context.now();
  const read = await readEqualityTotals(context.db, { call, viewer, now });
  if (!read.ok) throw data(null, { status: 404 });
  const heldBack = await countHeldBack(context.db, viewer, call.id);
  return data(describeEqualityTotals(call, read.totals, heldBack));
}

export default function Equality() {
  const { calls } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  if (shown)
    return (
      <>
        <BackLink to={equalityAddress}>Back to all calls</BackLink>
        <span className="govuk-caption-l">{shown.title}</span>
        <h1 className="govuk-heading-l">Answers to the equality questions</h1>
        <p className="govuk-body">
          Nobody had to answer, so these are not all who sent a response.
          Numbers are to the nearest 5, and the smallest are not shown, so that
          nobody can be picked out.
        </p>
        {shown.heldBack && <p className="govuk-body">{shown.heldBack}</p>}
        <EqualityTotals questions={shown.questions} />
      </>
    );
  return (
    <>
      <h1 className="govuk-heading-l">Equality questions</h1>
      <p className="govuk-body">
        What people say about themselves is counted, and nothing of it is kept
        beside a response. That you looked is written down.
      </p>
      {calls.length === 0 && (
        <p className="govuk-body">No call asks equality questions.</p>
      )}
      {calls.map((call) => (
        <Part key={call.slug} heading={call.title}>
          <TotalsForm {...call} />
        </Part>
      ))}
    </>
  );
}

function TotalsForm({ slug, isClosed }: { slug: string; isClosed: boolean }) {
  if (!isClosed)
    return (
      <p className="govuk-body">
        The totals are shown once this call has closed. Before, whoever looked
        each time that a response came in could see what its sender said.
      </p>
    );
  return (
    <form method="post" noValidate>
      <input type="hidden" name="call" value={slug} />
      <Button kind="secondary">Show the totals</Button>
    </form>
  );
}
