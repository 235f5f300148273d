import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { selectActiveStaff } from "#app/domain/accounts/accounts.server.ts";
import { saveGroup } from "#app/domain/accounts/groups.server.ts";
import { changedGroupSchema } from "#app/domain/accounts/groups.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { findGroupAtWork } from "#app/http/request/found-group.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { groupAddress, peopleAddress } from "#app/people-addresses.ts";
import {
  groupProblems,
  groupRefusals,
  memberChoices,
} from "#app/screens/review/groups.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { GroupForm } from "#app/ui/review/group-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A group as it stands, to be changed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "keep-groups");
  const group = await findGroupAtWork(context, viewer, params);
  const { groupId, name, rowVersion, members } = group;
  return {
    title: staffPageTitle(context, name),
    people: memberChoices(await selectActiveStaff(context.db)),
    group: {
      ...{ name, rowVersion },
      memberIds: members.map(({ staffId }) => staffId),
    },
    endHref: groupAddress(groupId, "end"),
  };
}

const known = knownFields(changedGroupSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context, "keep-groups");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, changedGroupSchema, groupProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { groupId } = await findGroupAtWork(context, viewer, params);
  const { name, rowVersion, members = [] } = submission.value;
  const saved = await saveGroup(context.db, {
    ...{ name, members, changes: { groupId, rowVersion } },
    actor: { kind: "staff", staffId: viewer.staffId },
    now: context.now(),
  });
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: groupRefusals[saved.reason],
    });
  return redirectWithFlash(context, peopleAddress, {
    kind: "success",
    text: `The group “${saved.name}” is saved.`,
  });
}

export default function OneGroup() {
  const { people, group, endHref } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={peopleAddress}>People</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">{group.name}</h1>
      <GroupForm
        reply={reply}
        group={group}
        people={people}
        button="Save the group"
      />
      <p className="govuk-body">
        <a className="govuk-link" href={endHref}>
          End this group
        </a>
      </p>
    </TwoThirds>
  );
}
