import type { Db } from "#app/db/schema.ts";
import { may } from "../../accounts/permissions.ts";
import { selectEvents } from "../../audit/audit.server.ts";
import type { Viewer } from "../visible-responses.ts";
import {
  type CaseReading,
  type Proposal,
  type SafeguardingCase,
  type WholeCase,
} from "./cases.ts";
import {
  type CaseRow,
  countOpenCases,
  selectClosedCases,
  selectLastCase,
  selectOpenCases,
} from "./cases.queries.server.ts";
import { selectPassings, selectProposals } from "./steps.queries.server.ts";

/** A page of those that are open; of those that were closed, the last. */
export const casesShown = 50;

type Looker = Pick<Viewer, "role">;

/** A page of the cases that are open, the longest first, and the last that were closed; none for whoever does not decide about them. */
export async function readLane(
  db: Db,
  viewer: Looker,
  page = 1,
): Promise<{ open: SafeguardingCase[]; closed: SafeguardingCase[] }> {
  if (!may(viewer, "decide-safeguarding")) return { open: [], closed: [] };
  const open = await selectOpenCases(db, viewer, {
    limit: casesShown,
    offset: (page - 1) * casesShown,
  });
  const closed = await selectClosedCases(db, viewer, casesShown);
  return { open: open.map(toCase), closed: closed.map(toCase) };
}

/** How many cases are open, and how many of them nobody took up in time. */
export async function countCases(
  db: Db,
  viewer: Looker,
  clock: { hours: number; now: Date },
): Promise<{ open: number; overdue: number }> {
  const due = new Date(clock.now.getTime() - clock.hours * 3_600_000);
  return countOpenCases(db, viewer, due.toISOString());
}

/** The case of a response that is open, or else its last. */
export async function findCase(
  db: Db,
  of: { responseId: number; viewer: Looker },
): Promise<SafeguardingCase | undefined> {
  const row = await selectLastCase(db, of.viewer, of.responseId);
  return row && toCase(row);
}

/** The same with all that was done in it and everybody who read the response since; undefined for whoever does not decide about cases. */
export async function readWholeCase(
  db: Db,
  of: { responseId: number; viewer: Looker },
): Promise<WholeCase | undefined> {
  if (!may(of.viewer, "decide-safeguarding")) return undefined;
  const found = await findCase(db, of);
  if (!found) return undefined;
  const { caseId } = found;
  return {
    ...found,
    passings: await selectPassings(db, caseId),
    proposals: await readProposals(db, caseId),
    readings: await selectReadings(db, found),
  };
}

export async function readProposals(
  db: Db,
  caseId: number,
): Promise<Proposal[]> {
  const rows = await selectProposals(db, caseId);
  return rows.map(
    ({ answer, answerWords, answeredBy, answeredAt, ...proposal }) => ({
      ...proposal,
      answer:
        answer === null
          ? undefined
          : {
              ...{ answer, words: answerWords ?? "" },
              ...{ by: answeredBy ?? "", at: answeredAt ?? "" },
            },
    }),
  );
}

const readingTypes = ["response.read", "response.identity-read"];

async function selectReadings(
  db: Db,
  { responseId, openedAt }: SafeguardingCase,
): Promise<CaseReading[]> {
  const events = await selectEvents(db, {
    subject: { kind: "response", id: responseId },
    types: readingTypes,
    since: new Date(openedAt),
  });
  return events.reverse().map(({ actorName, at, type }) => ({
    ...{ name: actorName, at },
    isOfIdentity: type === "response.identity-read",
  }));
}

function toCase(row: CaseRow): SafeguardingCase {
  const { openedById, takenUpById } = row;
  return {
    caseId: row.caseId,
    responseId: row.responseId,
    reference: row.reference,
    kind: row.kind,
    words: row.words,
    openedBy:
      openedById === null
        ? undefined
        : {
            staffId: openedById,
            name: row.openedBy ?? "",
            hasLeft: row.openerLeftAt !== null,
          },
    openedAt: row.openedAt,
    takenUp:
      takenUpById === null
        ? undefined
        : {
            staffId: takenUpById,
            name: row.takenUpBy ?? "",
            hasLeft: row.takerLeftAt !== null,
            at: row.takenUpAt ?? "",
          },
    isProposed: row.proposalId !== null,
    closedAt: row.closedAt ?? undefined,
  };
}
