import type { Db } from "#app/db/schema.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { may } from "../accounts/permissions.ts";
import { selectHistoryLines } from "./history.server.ts";
import { selectNotes } from "./notes.server.ts";
import { awaitsTriage } from "../responses/triage-states.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { formatMoment, formatShortTime } from "./times.ts";
import { choosableStates, describeState } from "./triage.ts";

type Reader = { response: VisibleResponse; staff: StaffMember };

/**
 * Triage's part of a response's page, in the words and addresses of the
 * screen: what may be decided by this person, who is reading, flag, notes and
 * history.
 */
export async function selectTriagePanel(
  db: Db,
  { response: standing, staff }: Reader,
) {
  const { reference } = standing;
  const path = `/review/responses/${reference}`;
  return {
    reference,
    path,
    rowVersion: standing.rowVersion,
    state: describeState(standing.state),
    isFlagged: standing.isFlagged,
    mayLowerFlag: may(staff, "lower-safeguarding-flag"),
    mayReadIdentity: may(staff, "read-identity"),
    form: await describeForm(db, standing, staff),
    claim: describeClaim(standing, staff),
    notes: (await selectNotes(db, standing.responseId)).map((note) => ({
      ...note,
      when: formatMoment(note.writtenAt),
    })),
    history: await selectHistoryLines(db, standing.responseId),
  };
}

/** What the triage form is made of, filled in as the response stands. */
export async function describeForm(
  db: Db,
  standing: VisibleResponse,
  staff: StaffMember,
) {
  const people = await selectActiveStaff(db);
  return {
    state: standing.state as string,
    states: choosableStates(standing.state, staff).map((state) => {
      const { label, meaning } = describeState(state);
      return { value: state as string, label, hint: meaning };
    }),
    assigneeId: standing.assigneeId,
    people: listPeople(people, standing, staff),
  };
}

/** Oneself first; somebody who has left stays in the list while the response is still theirs. */
function listPeople(
  people: StaffMember[],
  standing: VisibleResponse,
  staff: StaffMember,
) {
  const others = people
    .filter(({ staffId }) => staffId !== staff.staffId)
    .map(({ staffId, name }) => ({ value: staffId, label: name }));
  const { assigneeId, assigneeName } = standing;
  const hasLeft =
    assigneeId !== null &&
    !people.some(({ staffId }) => staffId === assigneeId);
  return [
    { value: staff.staffId, label: `Me (${staff.name})` },
    ...others,
    ...(hasLeft
      ? [{ value: assigneeId, label: `${assigneeName} (has left)` }]
      : []),
  ];
}

function describeClaim(standing: VisibleResponse, staff: StaffMember) {
  const { claim } = standing;
  if (claim)
    return {
      holder:
        claim.staffId === staff.staffId
          ? ("me" as const)
          : ("colleague" as const),
      name: claim.name,
      until: formatShortTime(claim.expiresAt),
    };
  return awaitsTriage(standing.state)
    ? { holder: "nobody" as const }
    : undefined;
}
