import { queueAddress } from "#app/addresses.ts";
import {
  assigneeOfGroup,
  type Group,
  type GroupProblem,
  maxGroupNameCharacters,
} from "#app/domain/accounts/groups.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { GroupAtWork } from "#app/domain/team/groups.server.ts";
import { groupAddress } from "#app/people-addresses.ts";
import { countResponses } from "./people.ts";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Who is in a group, in one sentence. */
export function membersWords({ members }: Pick<Group, "members">): string {
  return members.length === 0
    ? "Nobody is in it."
    : `${list.format(members.map(({ name }) => name))}.`;
}

/** A group's line on the page of the team. */
export function describeGroup(group: GroupAtWork) {
  const { groupId, name, waiting } = group;
  const assignee = assigneeOfGroup(groupId);
  return {
    key: groupId,
    name,
    href: groupAddress(groupId),
    members: membersWords(group),
    waiting: waiting === 0 ? undefined : `${countResponses(waiting)} to do`,
    waitingHref: queueAddress(new URLSearchParams({ assignee })),
    isWithoutReaders: waiting > 0 && group.members.length === 0,
  };
}

/** Whom a group can be made of. */
export function memberChoices(team: readonly StaffMember[]) {
  return team.map(({ staffId, name }) => ({ value: staffId, label: name }));
}

/** What ending a group does, a line for each thing. */
export function describeEnding({ waiting }: GroupAtWork): string[] {
  return [
    waiting === 0
      ? "No response waits for it."
      : `${countResponses(waiting)} that ${waiting === 1 ? "waits" : "wait"} for it ${waiting === 1 ? "goes" : "go"} back to nobody.`,
    "Nothing can be assigned to it any more. Its members stay on the team.",
    "What was assigned to it stays told in the history of each response.",
  ];
}

/** What is said beside a field of the form. */
export const groupProblems: Record<GroupProblem, string> = {
  "group-name-missing": "Enter a name for the group",
  "group-name-too-long": `The name must be ${maxGroupNameCharacters} characters or less`,
  "group-name-quotes":
    "Leave quotation marks out: in a search the name stands in them",
  "group-name-taken":
    "In a search this word means something else. Choose another name",
};

/** Why a group was not saved. */
export const groupRefusals = {
  "name-taken": {
    name: "There is a group of this name already. Choose another",
  },
  stale: {
    "": "Somebody changed or ended this group while you had it open. Nothing was saved: open it again.",
  },
};
