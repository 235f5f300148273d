import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tagAddress } from "#app/addresses.ts";
import { codebookAddress } from "#app/codebook-addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { selectTagChanges } from "#app/domain/tagging/codebook-changes.server.ts";
import { findTag, selectTagNames } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeChanges } from "#app/screens/review/codebook-history.ts";
import { ChangeList } from "#app/ui/codebook/change-list.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What was done to a tag: who, when, what before and after. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "read-tags");
  const { db } = context;
  const tag = await findTag(db, readWholeNumber(params.tag) ?? 0);
  if (!tag) throw data(null, { status: 404 });
  const changes = await selectTagChanges(db, tag.tagId);
  return {
    title: staffPageTitle(context, `History of the tag: ${tag.name}`),
    name: tag.name,
    href: tagAddress(tag.tagId),
    changes: describeChanges(changes, await selectTagNames(db), {
      staffId: staff.staffId,
      isLead: may(staff, "reshape-codebook"),
      now: context.now(),
    }),
  };
}

export default function TagHistory() {
  const { name, href, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={href}>Back to the tag</BackLink>
      <h1 className="govuk-heading-l">History of {name}</h1>
      <ChangeList changes={changes} undoAction={codebookAddress("undo")} />
    </>
  );
}
