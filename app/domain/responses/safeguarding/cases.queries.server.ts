import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../visible-responses.queries.server.ts";
import type { Viewer } from "../visible-responses.ts";

type Looker = Pick<Viewer, "role">;

function cases(db: Db, viewer: Looker) {
  return responsesVisibleTo(db, viewer)
    .innerJoin(
      "safeguarding_cases",
      "safeguarding_cases.response_id",
      "responses.id",
    )
    .leftJoin("staff as opener", "opener.id", "safeguarding_cases.opened_by")
    .leftJoin("staff as taker", "taker.id", "safeguarding_cases.taken_up_by")
    .leftJoin("safeguarding_proposals as proposed", (join) =>
      join
        .onRef("proposed.case_id", "=", "safeguarding_cases.id")
        .on("proposed.answer", "is", null),
    )
    .select([
      "safeguarding_cases.id as caseId",
      "safeguarding_cases.response_id as responseId",
      "responses.reference",
      "safeguarding_cases.kind",
      "safeguarding_cases.words",
      "safeguarding_cases.opened_by as openedById",
      "opener.name as openedBy",
      "opener.disabled_at as openerLeftAt",
      "safeguarding_cases.opened_at as openedAt",
      "safeguarding_cases.taken_up_by as takenUpById",
      "taker.name as takenUpBy",
      "taker.disabled_at as takerLeftAt",
      "safeguarding_cases.taken_up_at as takenUpAt",
      "safeguarding_cases.closed_at as closedAt",
      "safeguarding_cases.told_at as toldAt",
      "safeguarding_cases.overdue_told_at as overdueToldAt",
      "proposed.id as proposalId",
    ]);
}

export type CaseRow = Awaited<ReturnType<typeof selectOpenCases>>[number];

/** The longest open first. */
export async function selectOpenCases(
  db: Db,
  viewer: Looker,
  page: { limit: number; offset: number },
) {
  return cases(db, viewer)
    .where("safeguarding_cases.closed_at", "is", null)
    .orderBy("safeguarding_cases.opened_at")
    .orderBy("safeguarding_cases.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** The newest closed first. */
export async function selectClosedCases(
  db: Db,
  viewer: Looker,
  limit: number,
): Promise<CaseRow[]> {
  return cases(db, viewer)
    .where("safeguarding_cases.closed_at", "is not", null)
    .orderBy("safeguarding_cases.closed_at", "desc")
    .orderBy("safeguarding_cases.id", "desc")
    .limit(limit)
    .execute();
}

/** Of a response the one that is open, or else the last. */
export async function selectLastCase(
  db: Db,
  viewer: Looker,
  responseId: number,
): Promise<CaseRow | undefined> {
  return cases(db, viewer)
    .where("safeguarding_cases.response_id", "=", responseId)
    .orderBy("safeguarding_cases.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function selectCaseById(
  db: Db,
  viewer: Looker,
  caseId: number,
): Promise<CaseRow | undefined> {
  return cases(db, viewer)
    .where("safeguarding_cases.id", "=", caseId)
    .executeTakeFirst();
}

/** How many are open, and how many of those that were opened by then nobody who is here has. */
export async function countOpenCases(
  db: Db,
  viewer: Looker,
  openedBy: string,
): Promise<{ open: number; overdue: number }> {
  const row = await responsesVisibleTo(db, viewer)
    .innerJoin(
      "safeguarding_cases",
      "safeguarding_cases.response_id",
      "responses.id",
    )
    .leftJoin("staff as taker", "taker.id", "safeguarding_cases.taken_up_by")
    .select((eb) => [
      eb.fn.countAll().as("open"),
      eb.fn
        .countAll()
        .filterWhere("safeguarding_cases.opened_at", "<=", openedBy)
        .filterWhere((when) =>
          when.or([
            when("safeguarding_cases.taken_up_by", "is", null),
            when("taker.disabled_at", "is not", null),
          ]),
        )
        .as("overdue"),
    ])
    .where("safeguarding_cases.closed_at", "is", null)
    .executeTakeFirstOrThrow();
  return { open: Number(row.open), overdue: Number(row.overdue) };
}

/** Since when a case of a response is open; undefined where none is. */
export async function selectOpenedAt(
  db: Db,
  responseId: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("safeguarding_cases")
    .select("opened_at as openedAt")
    .where("response_id", "=", responseId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row?.openedAt;
}

export async function insertCase(
  trx: Trx,
  row: NewRow<"safeguarding_cases">,
): Promise<number> {
  const { id } = await trx
    .insertInto("safeguarding_cases")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateCase(
  trx: Trx,
  caseId: number,
  set: Partial<
    Pick<
      NewRow<"safeguarding_cases">,
      | "taken_up_by"
      | "taken_up_at"
      | "told_at"
      | "overdue_told_at"
      | "closed_at"
    >
  >,
): Promise<void> {
  await trx
    .updateTable("safeguarding_cases")
    .set(set)
    .where("id", "=", caseId)
    .execute();
}
