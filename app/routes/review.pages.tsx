import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectOwnPages } from "#app/domain/portal/own-pages.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { newPageAddress } from "#app/page-addresses.ts";
import { listOwnPages } from "#app/screens/review/own-pages.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { PageList } from "#app/ui/portal/page-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The pages that the review writes of itself. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  return {
    title: staffPageTitle(context, "Pages"),
    ...listOwnPages(await selectOwnPages(context.db)),
  };
}

export default function KeptPages() {
  const { standing, own } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <h1 className="govuk-heading-l">Pages</h1>
      <p className="govuk-body">
        What the review says of itself. A change is seen by the team alone until
        it is published, and what was published before is kept.
      </p>
      <PageList pages={standing} />
      <Part heading="Pages of your own">
        {own.length > 0 ? (
          <PageList pages={own} />
        ) : (
          <p className="govuk-body">There are none yet.</p>
        )}
        <ButtonLink to={newPageAddress} kind="secondary">
          Add a page
        </ButtonLink>
      </Part>
    </TwoThirds>
  );
}
