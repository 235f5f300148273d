import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bankAddress, newCallAddress } from "#app/call-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { selectVersions } from "#app/domain/calls/versions.server.ts";
import { findWaiting } from "#app/http/request/call-notices.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { countOfCalls } from "#app/http/request/kept-call.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { tellOnList } from "#app/screens/review/call-notices.ts";
import { describeKeptCall } from "#app/screens/review/calls.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import { CallNotices } from "#app/ui/review/call-notices.tsx";
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
  const names = await selectStaffNames(db);
  const notices = [];
  for (const call of calls)
    notices.push(...tellOnList(call, await findWaiting(db, call, names)));
  return {
    title: staffPageTitle(context, "Calls"),
    notices,
    calls: calls.map((call) => describeKeptCall({ call, ...all })),
  };
}

export default function Calls() {
  const { calls, notices } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Calls</h1>
      <p className="govuk-body">
        What the review asks, from when and until when. All times are UK time.
      </p>
      {notices.length > 0 && (
        <Part heading="Waits for somebody">
          <CallNotices notices={notices} />
        </Part>
      )}
      <CallList calls={calls} />
      <ButtonLink to={newCallAddress}>Make a new call</ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href={bankAddress}>
          Question bank
        </a>
        : what the review asks in more than one call
      </p>
    </>
  );
}
