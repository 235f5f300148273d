import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endGroup } from "#app/domain/team/groups.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { findGroupAtWork } from "#app/http/request/found-group.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { groupAddress, peopleAddress } from "#app/people-addresses.ts";
import { describeEnding, groupRefusals } from "#app/screens/review/groups.ts";
import { countResponses } from "#app/screens/review/people.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What ending a group does, before it is done. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "keep-groups");
  const group = await findGroupAtWork(context, viewer, params);
  return {
    title: staffPageTitle(context, `End the group ${group.name}`),
    name: group.name,
    rowVersion: group.rowVersion,
    groupHref: groupAddress(group.groupId),
    lines: describeEnding(group),
  };
}

const known = knownFields(undefined, "rowVersion");

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context, "keep-groups");
  const { fields } = await readForm({ request, context }, known);
  const group = await findGroupAtWork(context, viewer, params);
  const { groupId } = group;
  const ended = await endGroup(context.db, {
    ...{ groupId, now: context.now() },
    rowVersion: readWholeNumber(sentField(fields, "rowVersion")) ?? 0,
    actor: { kind: "staff", staffId: viewer.staffId },
  });
  if (!ended)
    return redirectWithFlash(context, groupAddress(groupId), {
      kind: "notice",
      text: groupRefusals.stale[""],
    });
  return redirectWithFlash(context, peopleAddress, {
    kind: "success",
    text: `The group “${group.name}” has ended. ${countResponses(ended.handedBack)} went back to nobody.`,
  });
}

export default function EndGroup() {
  const { name, rowVersion, groupHref, lines } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={groupHref}>{name}</BackLink>
      <h1 className="govuk-heading-l">End the group {name}</h1>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post">
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <div className="govuk-button-group">
          <Button kind="warning">End the group</Button>
          <a className="govuk-link" href={groupHref}>
            Keep it
          </a>
        </div>
      </form>
    </TwoThirds>
  );
}
