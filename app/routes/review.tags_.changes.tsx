import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tagListAddress } from "#app/addresses.ts";
import { codebookAddress } from "#app/codebook-addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { selectCodebookChanges } from "#app/domain/tagging/codebook-changes.server.ts";
import { selectTagNames } from "#app/domain/tagging/tags.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeChanges } from "#app/screens/review/codebook-history.ts";
import { ChangeList } from "#app/ui/codebook/change-list.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What was done to the whole codebook. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "read-tags");
  const { db } = context;
  const changes = await selectCodebookChanges(db);
  return {
    title: staffPageTitle(context, "What was changed in the codebook"),
    changes: describeChanges(changes, await selectTagNames(db), {
      staffId: staff.staffId,
      isLead: may(staff, "reshape-codebook"),
      now: context.now(),
    }),
  };
}

export default function CodebookChanges() {
  const { changes } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={tagListAddress()}>Back to the tags</BackLink>
      <h1 className="govuk-heading-l">What was changed in the codebook</h1>
      <ChangeList
        changes={changes}
        undoAction={codebookAddress("undo")}
        hasLinks
      />
    </>
  );
}
