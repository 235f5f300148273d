import type { Db } from "#app/db/schema.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import { selectGroups } from "../accounts/groups.server.ts";
import type { Group } from "../accounts/groups.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { type History, readHistory } from "./history.server.ts";
import { type Note, selectNotes } from "./notes.server.ts";

/** A response as somebody decides about it: how it stands, who they are, and whom it can be given to. */
export type TriageDesk = {
  response: VisibleResponse;
  staff: StaffMember;
  people: StaffMember[];
  groups: Group[];
};

export type TriagePanel = TriageDesk & { notes: Note[]; history: History };

/** What the triage form is made of. */
export async function readTriageDesk(
  db: Db,
  of: Pick<TriageDesk, "response" | "staff">,
): Promise<TriageDesk> {
  return {
    ...of,
    people: await selectActiveStaff(db),
    groups: await selectGroups(db),
  };
}

/** Triage's part of a response's page: the form, the team's notes, and what happened. */
export async function readTriagePanel(
  db: Db,
  of: Pick<TriageDesk, "response" | "staff">,
): Promise<TriagePanel> {
  const { responseId } = of.response;
  return {
    ...(await readTriageDesk(db, of)),
    notes: await selectNotes(db, responseId),
    history: await readHistory(db, responseId),
  };
}
