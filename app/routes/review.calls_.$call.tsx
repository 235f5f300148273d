import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callsAddress } from "#app/call-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  type CallVersion,
  selectVersions,
} from "#app/domain/calls/versions.server.ts";
import { countUnderWayByVersion } from "#app/domain/drafts/under-way.server.ts";
import { countResponsesForPublic } from "#app/domain/responses/public-counts.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { findWaiting } from "#app/http/request/call-notices.server.ts";
import {
  countOfCalls,
  requireKeptCall,
} from "#app/http/request/kept-call.server.ts";
import { ownPreviewLink } from "#app/http/request/preview-link.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeCallHistory } from "#app/screens/review/call-history.ts";
import {
  listCallLinks,
  listNextSteps,
} from "#app/screens/review/call-links.ts";
import { tellCallNotices } from "#app/screens/review/call-notices.ts";
import { describeSight } from "#app/screens/review/call-sight.ts";
import { tellUnderWayOn } from "#app/screens/review/call-under-way.ts";
import { describeVersions } from "#app/screens/review/call-versions.ts";
import { listSteps } from "#app/screens/review/call-steps.ts";
import { describeKeptCall, tellStanding } from "#app/screens/review/calls.ts";
import { BackLink, Part, StatusTag } from "#app/ui/page-parts.tsx";
import {
  CallFacts,
  CallLinks,
  CallStepLinks,
  CallVersions,
} from "#app/ui/review/call-parts.tsx";
import { PublicSight } from "#app/ui/review/public-sight.tsx";
import { CallNotices } from "#app/ui/review/call-notices.tsx";
import { HistoryList } from "#app/ui/review/history-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Where a call stands, what the public sees of it, what it asked, and what was done about it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { db } = context;
  const call = await requireKeptCall(context, params.call);
  const now = context.now();
  const counts = await countOfCalls(db, now);
  const versions = await selectVersions(db, call.id);
  const facts = describeKeptCall({ call, counts, versions, now });
  const history = await selectHistory(db, { kind: "call", id: call.id });
  const waiting = await findWaiting(db, call, await selectStaffNames(db));
  const next = listNextSteps(call, waiting.opening.proposed !== undefined);
  return {
    title: staffPageTitle(context, facts.title),
    ...{ facts, meaning: tellStanding(call, now) },
    sight: describeSight(call, {
      ...{ counts: await countResponsesForPublic(db), now },
      link: ownPreviewLink(context, previewOf(call, versions)),
    }),
    notices: tellCallNotices(call, waiting),
    next,
    steps: listSteps(call, now),
    // What is to be done next stands once.
    links: listCallLinks(call).filter(
      ({ href }) => !next.some((one) => one.href === href),
    ),
    versions: describeVersions(call, versions),
    underWay: tellUnderWayOn(await countUnderWayByVersion(db, call, now)),
    history: describeCallHistory(history),
  };
}

/** What the public would see if it opened now. */
function previewOf(call: Call, versions: CallVersion[]) {
  const current = versions.find(
    ({ definitionId }) => definitionId === call.definitionId,
  );
  const version = current?.version ?? 1;
  return { callId: call.id, of: { kind: "version" as const, version } };
}

export default function KeptCall() {
  const page = useLoaderData<typeof loader>();
  const { facts } = page;
  return (
    <>
      <BackLink to={callsAddress}>Calls</BackLink>
      <h1 className="govuk-heading-l">{facts.title}</h1>
      <p className="govuk-body">
        <StatusTag colour={facts.colour}>{facts.standing}</StatusTag>
      </p>
      <p className="govuk-body">{page.meaning}</p>
      <CallNotices notices={page.notices} />
      {page.next.length > 0 && (
        <Part heading="What to do next">
          <CallLinks links={page.next} inOrder />
        </Part>
      )}
      <Part heading="What the public sees">
        <PublicSight {...page.sight} />
      </Part>
      <Part heading="The call now">
        <CallFacts facts={facts} />
      </Part>
      <Part heading="What can be done now">
        <CallStepLinks {...page.steps} />
      </Part>
      <Part heading="More about this call">
        <CallLinks links={page.links} />
      </Part>
      <Part heading="Versions of its words and questions">
        <CallVersions versions={page.versions} underWay={page.underWay} />
      </Part>
      <Part heading="What was done">
        <HistoryList lines={page.history} />
      </Part>
    </>
  );
}
