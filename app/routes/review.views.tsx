import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queueAddress } from "#app/addresses.ts";
import { mayChangeView, selectViews } from "#app/domain/triage/views.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeViews } from "#app/screens/review/views.ts";
import { BackLink } from "#app/ui/page-parts.tsx";
import { ViewTable } from "#app/ui/review/view-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** One's own views and those that are shared. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "keep-views");
  const views = await selectViews(context.db, viewer);
  return {
    title: staffPageTitle(context, "Views"),
    views: describeViews(
      views,
      (view) => mayChangeView(viewer, view),
      viewer.staffId,
    ),
  };
}

export default function Views() {
  const { views } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={queueAddress()}>Back to the queue</BackLink>
      <h1 className="govuk-heading-l">Views</h1>
      {views.length === 0 ? (
        <p className="govuk-body">
          No view is saved yet. Search or filter in the queue, then save the
          list under a name.
        </p>
      ) : (
        <ViewTable views={views} />
      )}
    </>
  );
}
