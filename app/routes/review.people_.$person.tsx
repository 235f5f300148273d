import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { peopleAddress, personAddress } from "#app/people-addresses.ts";
import { changeRole } from "#app/domain/accounts/account-state.server.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { selectOpenSessions } from "#app/domain/accounts/sessions.server.ts";
import { findLinkedSince } from "#app/domain/accounts/provider-links.server.ts";
import { findColleague } from "#app/domain/team/people.server.ts";
import { roleSchema } from "#app/domain/team/team.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { peopleProblems } from "#app/screens/review/people-problems.ts";
import {
  accountRefusals,
  describeLink,
  describePerson,
  describeRole,
  roleChoices,
} from "#app/screens/review/people.ts";
import { describeSession } from "#app/screens/review/sessions.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { PersonFacts } from "#app/ui/review/person-facts.tsx";
import { PersonForms, UnlinkForm } from "#app/ui/review/person-forms.tsx";
import { PersonSessions } from "#app/ui/review/session-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Somebody who is or was on the team, and what can be done about their account. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "see-people");
  const { db } = context;
  const now = context.now();
  const { person: staffId = "" } = params;
  const found = await findColleague(db, { staffId, viewer, now });
  if (!found) throw data(null, { status: 404 });
  const linkedSince = await findLinkedSince(db, staffId);
  const person = {
    ...describePerson(found, viewer.staffId),
    provider: describeLink(linkedSince, context.env.provider?.name),
  };
  const sessions = may(viewer, "end-any-session")
    ? await selectOpenSessions(db, { staffId, now })
    : [];
  return {
    title: staffPageTitle(context, found.name),
    person,
    sessions: sessions.map(describeSession),
    /** What may be done about it, one's own account left out. */
    mayManage: may(viewer, "manage-people") && !person.isOwn,
    /** One's own too: whoever comes from there needs the address all the same. */
    mayUnlink: may(viewer, "manage-people") && linkedSince !== undefined,
    roleChoices,
  };
}

const known = knownFields(roleSchema);

/** Makes somebody another role. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId: ownId } = await requireStaff(
    request,
    context,
    "manage-people",
  );
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, roleSchema, peopleProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { person: staffId = "" } = params;
  const { role } = submission.value;
  const actor = { kind: "staff" as const, staffId: ownId };
  const of = { staffId, role, actor, now: context.now() };
  const outcome = await changeRole(context.db, of);
  if (!outcome.ok && outcome.reason === "not-found")
    throw data(null, { status: 404 });
  return redirectWithFlash(context, personAddress(staffId), {
    kind: outcome.ok ? "success" : "notice",
    text: outcome.ok
      ? `${outcome.name} is ${describeRole(role)} from now on.`
      : accountRefusals[outcome.reason],
  });
}

export default function OnePerson() {
  const { person, sessions, mayManage, mayUnlink, roleChoices } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={peopleAddress}>People</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">{person.name}</h1>
      <PersonFacts person={person} />
      <PersonSessions staffId={person.staffId} sessions={sessions} />
      {mayManage && (
        <PersonForms person={person} choices={roleChoices} reply={reply} />
      )}
      {mayUnlink && <UnlinkForm staffId={person.staffId} />}
    </TwoThirds>
  );
}
