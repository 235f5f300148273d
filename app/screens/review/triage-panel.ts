import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { assigneeOfGroup, groupIdOf } from "#app/domain/accounts/groups.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { awaitsTriage } from "#app/domain/responses/triage-states.ts";
import { isTooLateFor } from "#app/domain/responses/withdrawal.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import type { Note } from "#app/domain/triage/notes.server.ts";
import type {
  TriageDesk,
  TriagePanel,
} from "#app/domain/triage/panel.server.ts";
import {
  choosableStates,
  mayMove,
  readingDecisions,
} from "#app/domain/triage/triage.ts";
import { formatMoment, formatShortTime } from "#app/words/review-en/times.ts";
import { describeEvents } from "./history.ts";
import { kindChoices } from "./safeguarding.ts";
import { describeState } from "./states.ts";

/**
 * Triage's part of a response's page, in words and addresses: what may be
 * decided by this person, who is reading, flag, notes and history.
 */
export function describeTriagePanel(panel: TriagePanel) {
  const { response, staff } = panel;
  const { reference, rowVersion, isFlagged } = response;
  return {
    reference,
    rowVersion,
    state: describeState(response.state),
    isFlagged,
    riskKinds: kindChoices,
    mayReadIdentity: may(staff, "read-identity"),
    form: isTooLateFor("decision", response)
      ? undefined
      : describeTriageForm(panel),
    decisions: isTooLateFor("decision", response)
      ? undefined
      : describeDecisions(panel),
    flagged: isFlagged ? describeFlag(panel) : undefined,
    claim: describeClaim(response, staff),
    notes: describeNotes(panel.notes),
    history: describeEvents(panel.history),
  };
}

export function describeNotes(notes: Note[]) {
  return notes.map((note) => ({ ...note, when: formatMoment(note.writtenAt) }));
}

/** One press each, the key of each its place; undefined where this person may not take it. */
function describeDecisions({ response, staff }: TriagePanel) {
  return readingDecisions.map((state) => {
    if (!mayMove(response.state, state, staff)) return undefined;
    const { label, meaning } = describeState(state);
    const isStanding = response.state === state;
    return { value: state as string, label, hint: meaning, isStanding };
  });
}

/** Who flagged it, when, and what they said, to stand over everything else. */
function describeFlag({ history, notes }: TriagePanel) {
  const raised = history.events.find(
    ({ type }) => type === "response.safeguarding-raised",
  );
  const reasons = notes.filter(
    ({ writtenAt, authorName }) =>
      writtenAt === raised?.at && authorName === raised.actorName,
  );
  return {
    by: raised?.actorName,
    when: raised && formatMoment(raised.at),
    reasons: reasons.map(({ body }) => body),
  };
}

/** The triage form, filled in as the response stands. */
export function describeTriageForm(desk: TriageDesk) {
  const { response, staff } = desk;
  return {
    state: response.state as string,
    states: choosableStates(response.state, staff).map((state) => {
      const { label, meaning } = describeState(state);
      return { value: state as string, label, hint: meaning };
    }),
    assigneeId: response.assigneeId,
    people: listPeople(desk),
  };
}

/** Oneself first, groups last; somebody who has left, or a group that ended, stays in the list while the response is still theirs. */
function listPeople({ people, groups, response, staff }: TriageDesk) {
  const others = people
    .filter(({ staffId }) => staffId !== staff.staffId)
    .map(({ staffId, name }) => ({ value: staffId, label: name }));
  const choices = [
    { value: staff.staffId, label: `Me (${staff.name})` },
    ...others,
    ...groups.map(({ groupId, name }) => ({
      value: assigneeOfGroup(groupId),
      label: `${name} (group)`,
    })),
  ];
  const { assigneeId, assigneeName } = response;
  if (assigneeId === null) return choices;
  if (choices.some(({ value }) => value === assigneeId)) return choices;
  const isGroup = groupIdOf(assigneeId) !== undefined;
  const gone = isGroup ? "has ended" : "has left";
  return [
    ...choices,
    { value: assigneeId, label: `${assigneeName} (${gone})` },
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
  return awaitsTriage(standing.state) && !isTooLateFor("claim", standing)
    ? {
        holder: "nobody" as const,
        assignedTo:
          standing.assigneeId === staff.staffId
            ? "you"
            : (standing.assigneeName ?? undefined),
      }
    : undefined;
}
