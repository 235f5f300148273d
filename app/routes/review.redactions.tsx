import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { listWaitingRedactions } from "#app/domain/redaction/waiting.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeWaitingRedactions } from "#app/screens/review/waiting-redactions.ts";
import { WaitingRedactions } from "#app/ui/redaction/waiting-redactions.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: screen?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "redact-responses");
  const { db } = context;
  const seen = { viewer, now: context.now() };
  return {
    title: staffPageTitle(context, "Redactions"),
    ...describeWaitingRedactions({
      waiting: await listWaitingRedactions(db, seen),
      calls: await selectAllCalls(db),
    }),
  };
}

export default function Redactions() {
  const screen = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Redactions</h1>
      <p className="govuk-body heard-redact-lead">
        Words that a colleague proposed to leave out of whatever leaves the
        review. A second person decides: never whoever proposed it.
      </p>
      <WaitingRedactions
        heading="Waiting for you"
        empty="Nothing waits for you."
        lines={screen.forViewer}
      />
      <WaitingRedactions
        heading="Yours, waiting for a colleague"
        empty="None of yours waits."
        lines={screen.own}
      />
      <h2 className="govuk-heading-m">Before something is published</h2>
      <ul className="govuk-list">
        {screen.stages.map(({ label, href }) => (
          <li key={label}>
            <a className="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {screen.isCut && (
        <p className="govuk-body">
          These are the responses that have waited longest. The next come up as
          these are decided.
        </p>
      )}
    </>
  );
}
