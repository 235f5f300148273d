import {
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  heldBackAddress,
  responseAddress,
  takeNextAddress,
} from "#app/addresses.ts";
import { findWaitingFor } from "#app/domain/calls/authoring/waiting.server.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { findWhoDecides } from "#app/domain/responses/held-back.server.ts";
import { normaliseReference } from "#app/domain/responses/receipts.ts";
import {
  filterOptionsOf,
  readQueueFilter,
} from "#app/domain/triage/queue-filter.ts";
import { exportHref } from "#app/screens/review/export-links.ts";
import { describeWaitingCalls } from "#app/screens/review/waiting-calls.ts";
import { queueHref } from "#app/screens/review/queue-links.ts";
import { describeQueue } from "#app/screens/review/queue.ts";
import {
  selectQueueChoices,
  selectQueuePage,
} from "#app/domain/triage/queue.server.ts";
import { selectViews } from "#app/domain/triage/views.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { ActiveFilters } from "#app/ui/review/active-filters.tsx";
import { QueueFilters } from "#app/ui/review/queue-filters.tsx";
import { QueueTable } from "#app/ui/review/queue-table.tsx";
import { WaitingCalls } from "#app/ui/review/waiting-calls.tsx";
import { StateLinks } from "#app/ui/review/state-links.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Queue: ${data.shown.heading} – Heard` : "Queue – Heard" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const { db } = context;
  const now = context.now();
  const choices = await selectQueueChoices(db);
  const { filter, ignored } = readQueueFilter(
    new URL(request.url).searchParams,
    filterOptionsOf(choices),
  );
  const reference = normaliseReference(filter.q);
  if (
    reference &&
    (await findVisibleResponse(db, { reference, viewer, now }))
  ) {
    const from = queueHref(filter, { q: "" });
    throw redirect(
      responseAddress(reference, new URLSearchParams({ from })),
      303,
    );
  }
  const deciders =
    reference && (await findWhoDecides(db, { reference, viewer }));
  if (deciders && may(viewer, "decide-held-back"))
    throw redirect(heldBackAddress(reference), 303);
  const heldBack = deciders ? { reference, deciders } : undefined;
  const { calls } = choices;
  const page = await selectQueuePage(db, {
    ...{ filter, viewer, now, calls, groups: choices.groups },
  });
  const views = await selectViews(db, viewer);
  const { staffId } = viewer;
  const found = { page, filter, ignored, choices, heldBack, now };
  const mayActInBulk = may(viewer, "act-in-bulk");
  return new Unsent({
    ...describeQueue({ ...found, views, staffId, mayActInBulk }),
    exportHref: exportHref(viewer, { page, filter, choices }),
    waiting: describeWaitingCalls(await waitingFor(db, viewer), choices),
  });
}

/** Whoever may not keep calls is asked nothing about them. */
async function waitingFor(db: RequestContext["db"], viewer: StaffMember) {
  if (!may(viewer, "keep-calls")) return [];
  return findWaitingFor(db, viewer.staffId);
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>["shown"];

export const handle: RouteHandle = { enhances: true, searches: true };

export default function Queue() {
  const { shown: screen } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="heard-queue-top">
        <h1 className="govuk-heading-l">Queue</h1>
        <StateLinks links={screen.stateLinks} />
        <TakeNext screen={screen} />
      </div>
      <WaitingCalls notices={screen.waiting} />
      <QueueFilters {...screen.search} />
      {screen.notices.map((notice) => (
        <p className="govuk-inset-text heard-notice" key={notice}>
          {notice}
        </p>
      ))}
      <div className="heard-queue-summary">
        <h2 className="govuk-heading-s">{screen.heading}</h2>
        {!screen.emptyWords && (
          <p className="govuk-body-s">Shown {screen.order}.</p>
        )}
        {screen.overdue && (
          <a
            className="govuk-link govuk-body-s heard-queue__warning"
            href={screen.overdue.href}
          >
            {screen.overdue.label}
          </a>
        )}
        {screen.sameSwitch && !screen.emptyWords && (
          <a className="govuk-link govuk-body-s" href={screen.sameSwitch.href}>
            {screen.sameSwitch.label}
          </a>
        )}
        {screen.everyStateHref && (
          <a className="govuk-link govuk-body-s" href={screen.everyStateHref}>
            Search in every state
          </a>
        )}
        {screen.exportHref && (
          <a className="govuk-link govuk-body-s" href={screen.exportHref}>
            Take this list out as a file
          </a>
        )}
        {screen.bulkHref && (
          <a className="govuk-link govuk-body-s" href={screen.bulkHref}>
            Do one thing to all of these
          </a>
        )}
        <ActiveFilters filters={screen.activeFilters} />
      </div>
      {screen.emptyWords ? (
        <p className="heard-empty">{screen.emptyWords}</p>
      ) : (
        <QueueTable
          caption={`${screen.heading}, ${screen.order}`}
          rows={screen.rows}
        />
      )}
      <Pagination {...screen.pages} />
      {screen.live && (
        <p
          className="govuk-body-s heard-live"
          role="status"
          data-heard-live={JSON.stringify(screen.live)}
        />
      )}
    </>
  );
}

function TakeNext({ screen }: { screen: Screen }) {
  return (
    <form method="post" action={takeNextAddress}>
      <input type="hidden" name="returnTo" value={screen.here} />
      <Button>
        Take next{screen.callTitle && ` from ${screen.callTitle}`}
      </Button>
    </form>
  );
}
