import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { selectVersions } from "#app/domain/calls/versions.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { countOfCalls } from "#app/http/request/kept-call.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeKeptCall } from "#app/screens/review/calls.ts";
import { CallList } from "#app/ui/review/call-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Every call there is, as it stands now. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { db } = context;
  const now = context.now();
  const calls = await selectAllCalls(db);
  const all = {
    ...{ counts: await countOfCalls(db, now), now },
    versions: await selectVersions(db),
  };
  return {
    title: staffPageTitle(context, "Calls"),
    calls: calls.map((call) => describeKeptCall({ call, ...all })),
  };
}

export default function Calls() {
  const { calls } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Calls</h1>
      <p className="govuk-body">
        What the review asks, from when and until when. All times are UK time.
      </p>
      <CallList calls={calls} />
    </>
  );
}
