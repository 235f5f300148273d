import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dueAddress } from "#app/due-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { selectGroups } from "#app/domain/accounts/groups.server.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { readLedger } from "#app/domain/ledger/ledger.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { describeLedger } from "#app/screens/review/ledger.ts";
import { describeWork } from "#app/screens/review/ledger-work.ts";
import { LedgerFlow } from "#app/ui/ledger/ledger-flow.tsx";
import { LedgerTable } from "#app/ui/ledger/ledger-table.tsx";
import { LedgerVolume } from "#app/ui/ledger/ledger-volume.tsx";
import { StaffWorkTables } from "#app/ui/ledger/staff-work-tables.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.heading ?? "The ledger"} – Heard` },
];

/** Every response's way through the queue, and that the sum is right. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const { db } = context;
  const now = context.now();
  const ledger = await readLedger(db, viewer, now);
  const calls = (await selectAllCalls(db)).map(
    ({ id, slug, closesAt, definition }) => ({
      ...{ id, slug, closesAt },
      title: inLanguage(definition.title, "en"),
    }),
  );
  const callSlug =
    new URL(request.url).searchParams.get("call")?.slice(0, 200) ?? undefined;
  const mayDecideHeldBack = may(viewer, "decide-held-back");
  const oversees = may(viewer, "oversee-work");
  return {
    ...describeLedger({ ledger, calls, callSlug, mayDecideHeldBack }),
    dueHref: oversees && callSlug ? dueHrefOf(calls, callSlug) : undefined,
    isOwnWork: !oversees,
    team: describeWork({
      ...{ work: ledger.work, now, names: await selectStaffNames(db) },
      groups: oversees ? await selectGroups(db) : [],
      only: oversees ? undefined : viewer.staffId,
    }),
  };
}

function dueHrefOf(calls: { slug: string }[], callSlug: string) {
  const isThere = calls.some(({ slug }) => slug === callSlug);
  return isThere ? dueAddress(callSlug) : undefined;
}

export default function LedgerPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">{page.heading}</h1>
      <nav aria-label="Calls">
        <ul className="heard-page-links heard-no-print">
          {page.calls.map(({ label, href, isCurrent }) => (
            <li key={href}>
              <a
                className="govuk-link"
                href={href}
                aria-current={isCurrent ? "page" : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p
        className={`heard-ledger__unread${page.unread > 0 ? " heard-ledger__unread--some" : ""}`}
      >
        {page.unreadText}
      </p>
      {page.dueHref && (
        <p className="govuk-body heard-no-print">
          <a className="govuk-link" href={page.dueHref}>
            Say by when responses should be read
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">Where each response stands</h2>
      <LedgerFlow flow={page.flow} sumText={page.sumText} />
      <LedgerTable places={page.places} sumText={page.sumText} />
      {page.further && (
        <p className="govuk-body heard-ledger__note">
          <a className="govuk-link" href={page.further.href}>
            {page.further.link}
          </a>{" "}
          {page.further.rest}
        </p>
      )}
      {page.notes.map((note) => (
        <p className="govuk-body heard-ledger__note" key={note}>
          {note}
        </p>
      ))}
      <p className="govuk-body heard-ledger__note">
        Counted on {page.countedAt}.
      </p>
      <LedgerVolume
        picture={page.picture}
        weeks={page.weeks}
        channels={page.channels}
      />
      <StaffWorkTables team={page.team} isOwn={page.isOwnWork} />
    </>
  );
}
