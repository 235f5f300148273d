import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queueAddress } from "#app/addresses.ts";
import { selectActions } from "#app/domain/bulk/actions.server.ts";
import { bulkNames } from "#app/http/request/bulk-names.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeActions } from "#app/screens/review/bulk.ts";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What was done to many responses at once, the newest first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "act-in-bulk");
  const actions = await selectActions(context.db);
  return {
    title: staffPageTitle(context, "Done to many responses"),
    actions: describeActions(actions, await bulkNames(context.db)),
  };
}

export default function BulkActions() {
  const { actions } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={queueAddress()}>Back to the queue</BackLink>
      <h1 className="govuk-heading-l">Done to many responses</h1>
      {actions.length === 0 && (
        <p className="govuk-body">
          Nothing yet. Search or filter in the queue, then do one thing to all
          of the list.
        </p>
      )}
      <ul className="heard-view-table">
        {actions.map(({ actionId, href, deed, facts }) => (
          <li key={actionId} className="heard-view-table__line">
            <a className="govuk-link heard-view-table__name" href={href}>
              {deed}
            </a>
            <span className="heard-view-table__facts">{facts}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
