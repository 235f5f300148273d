import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  inviteAddress,
  newGroupAddress,
  outboxAddress,
} from "#app/people-addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { selectInvitations } from "#app/domain/team/invitations.server.ts";
import { selectGroupsAtWork } from "#app/domain/team/groups.server.ts";
import { selectTeam } from "#app/domain/team/people.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  describeColleague,
  describeInvitation,
} from "#app/screens/review/people.ts";
import { describeGroup } from "#app/screens/review/groups.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { GroupList } from "#app/ui/review/group-list.tsx";
import { InvitationList } from "#app/ui/review/invitation-list.tsx";
import { PeopleTable } from "#app/ui/review/people-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Everybody who is and was on the team; for whoever manages it, who is to join too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "see-people");
  const { db, env } = context;
  const now = context.now();
  const team = await selectTeam(db, { viewer, now });
  const lines = team.map((one) => describeColleague(one, viewer.staffId));
  const invitations = may(viewer, "manage-people")
    ? await selectInvitations(db, now)
    : undefined;
  return {
    title: staffPageTitle(context, "People"),
    here: lines.filter(({ leftOn }) => leftOn === undefined),
    left: lines.filter(({ leftOn }) => leftOn !== undefined),
    groups: (await selectGroupsAtWork(db, viewer)).map(describeGroup),
    invitations: invitations?.map(describeInvitation),
    hasOutbox: env.mail === undefined,
  };
}

export default function People() {
  const { here, left, groups, invitations, hasOutbox } =
    useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">People</h1>
      {invitations && (
        <div className="govuk-button-group">
          <ButtonLink to={inviteAddress}>Invite somebody</ButtonLink>
          {hasOutbox && (
            <a className="govuk-link" href={outboxAddress}>
              Read the mail that waits
            </a>
          )}
        </div>
      )}
      <PeopleTable caption="On the team" people={here} />
      <GroupList lines={groups} newHref={newGroupAddress} />
      {left.length > 0 && (
        <PeopleTable caption="Not on the team any more" people={left} />
      )}
      {invitations && <InvitationList lines={invitations} />}
    </>
  );
}
