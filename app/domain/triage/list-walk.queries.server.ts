import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import type { QueueOrder } from "./queue-order.ts";
import { inOrder, listedResponses } from "./queue.queries.server.ts";
import { isClaimed, isOfPeople } from "./queue-work.queries.server.ts";
import type { QueueConditions } from "./queue-shape.ts";

type Column = QueueOrder[number]["column"];

/** Where a response stands in the order of any list; itself need not be in the list any more. */
export type PlaceInList = Record<Column, string | number>;

export type Step = "next" | "previous";

type From = {
  /** Undefined for before the first of all. */
  place: PlaceInList | undefined;
  step: Step;
};

/** The responses of a list on one side of a place, the nearest first, nothing selected yet. */
function beside(db: Db, conditions: QueueConditions, { place, step }: From) {
  const { responses, order } = listedResponses(db, conditions);
  const way = step === "next" ? order : order.map(turned);
  const beyond = place
    ? responses.where((eb) => isBeyond(eb, way, place))
    : responses;
  return inOrder(beyond, way);
}

function turned({ column, direction }: QueueOrder[number]) {
  const turnedDirection = direction === "asc" ? "desc" : "asc";
  return { column, direction: turnedDirection } as const;
}

type Builder = ExpressionBuilder<HeardSchema, "responses">;
type Condition = ExpressionWrapper<HeardSchema, "responses", SqlBool>;

/** Later by the first column in which two places differ. */
function isBeyond(
  eb: Builder,
  order: QueueOrder,
  place: PlaceInList,
): Condition {
  return eb.or(
    order.map(({ column, direction }, index) =>
      eb.and([
        ...order
          .slice(0, index)
          .map((one) => compare(eb, one.column, "=", place)),
        compare(eb, column, direction === "asc" ? ">" : "<", place),
      ]),
    ),
  );
}

function compare(
  eb: Builder,
  column: Column,
  operator: "=" | "<" | ">",
  place: PlaceInList,
): Condition {
  // Each column of a place has its own column's type.
  return eb(`responses.${column}`, operator, place[column] as never);
}

/** The nearest response of a list on one side of a place. */
export async function selectBeside(
  db: Db,
  conditions: QueueConditions,
  from: From,
): Promise<{ reference: string } | undefined> {
  return beside(db, conditions, from)
    .select("responses.reference")
    .limit(1)
    .executeTakeFirst();
}

/** The next but for those that somebody else is reading, those that the person skipped, and the one they are done with. */
export async function selectNextFor(
  db: Db,
  conditions: QueueConditions,
  of: {
    place: PlaceInList | undefined;
    doneWith: number;
    staffId: string;
    at: string;
  },
): Promise<{ responseId: number; reference: string } | undefined> {
  const { place, doneWith, staffId, at } = of;
  return beside(db, conditions, { place, step: "next" })
    .select(["responses.id as responseId", "responses.reference"])
    .where("responses.id", "!=", doneWith)
    .where((eb) =>
      eb.or([
        isClaimed(eb, { on: "claimed", who: "nobody", at }),
        isOfPeople(eb, "claimed_by", [staffId]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("skips")
            .select("skips.response_id")
            .where("skips.staff_id", "=", staffId)
            .whereRef("skips.response_id", "=", "responses.id"),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
}
