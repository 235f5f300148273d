import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { selectActiveStaff } from "#app/domain/accounts/accounts.server.ts";
import { saveGroup } from "#app/domain/accounts/groups.server.ts";
import { newGroupSchema } from "#app/domain/accounts/groups.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { peopleAddress } from "#app/people-addresses.ts";
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

/** Whom a group can be made of. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-groups");
  return {
    title: staffPageTitle(context, "Make a group"),
    people: memberChoices(await selectActiveStaff(context.db)),
  };
}

const known = knownFields(newGroupSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-groups");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, newGroupSchema, groupProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { name, members = [] } = submission.value;
  const saved = await saveGroup(context.db, {
    ...{ name, members, now: context.now() },
    actor: { kind: "staff", staffId },
  });
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: groupRefusals[saved.reason],
    });
  return redirectWithFlash(context, peopleAddress, {
    kind: "success",
    text: `The group “${saved.name}” is made. Work can be assigned to it from now on.`,
  });
}

export default function NewGroup() {
  const { people } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={peopleAddress}>People</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Make a group</h1>
      <GroupForm reply={reply} people={people} button="Make the group" />
    </TwoThirds>
  );
}
