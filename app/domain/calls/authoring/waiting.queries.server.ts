import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";

/**
 * What about calls waits for one of the team who may keep them, the oldest
 * first: what a colleague asks for or published alone, and what was sent back to
 * them or fell. In one statement, because their first page asks it each time.
 */
export async function selectWaitingFor(db: Db, staffId: string) {
  const all = changesAsked(db, staffId)
    .unionAll(changesReturned(db, staffId))
    .unionAll(changesFallen(db, staffId))
    .unionAll(openings(db, staffId))
    .unionAll(publishedAlone(db, staffId));
  return db
    .selectFrom(all.as("waiting"))
    .innerJoin("calls", "calls.id", "waiting.callId")
    .select([
      "calls.id as callId",
      "calls.slug",
      "waiting.kind",
      "waiting.version",
      "waiting.at",
      "waiting.byId",
    ])
    .orderBy("waiting.at")
    .orderBy("calls.id")
    .execute();
}

type Kind =
  | "change-asked"
  | "change-returned"
  | "change-fell"
  | "opening-asked"
  | "opening-returned"
  | "published-alone";

const kind = (one: Kind) => sql.lit<Kind>(one).as("kind");
/** Of what is no version yet. */
const noVersion = sql.lit(0).as("version");

function changesAsked(db: Db, staffId: string) {
  return db
    .selectFrom("definition_drafts as draft")
    .select("draft.call_id as callId")
    .select([kind("change-asked"), noVersion])
    .select(["draft.proposed_at as at", "draft.proposed_by_id as byId"])
    .whereRef("draft.proposed_version", "=", "draft.row_version")
    .where("draft.approved_at", "is", null)
    .where("draft.proposed_by_id", "!=", staffId)
    .$narrowType<{ at: string; byId: string }>();
}

function changesReturned(db: Db, staffId: string) {
  return db
    .selectFrom("definition_drafts as draft")
    .select("draft.call_id as callId")
    .select([kind("change-returned"), noVersion])
    .select(["draft.returned_at as at", "draft.returned_by_id as byId"])
    .where("draft.returned_to_id", "=", staffId)
    .where("draft.returned_at", "is not", null)
    .$narrowType<{ at: string; byId: string }>();
}

/** What they asked for and anybody has changed since. */
function changesFallen(db: Db, staffId: string) {
  return db
    .selectFrom("definition_drafts as draft")
    .select("draft.call_id as callId")
    .select([kind("change-fell"), noVersion])
    .select(["draft.proposed_at as at", "draft.proposed_by_id as byId"])
    .whereRef("draft.proposed_version", "!=", "draft.row_version")
    .where("draft.proposed_by_id", "=", staffId)
    .$narrowType<{ at: string; byId: string }>();
}

/** What a colleague asks to be opened, and what one sent back to whoever asked. */
function openings(db: Db, staffId: string) {
  return db
    .selectFrom("opening_proposals as asked")
    .innerJoin("calls as call", (join) =>
      join
        .onRef("call.id", "=", "asked.call_id")
        .onRef("call.current_definition_id", "=", "asked.definition_id"),
    )
    .select("asked.call_id as callId")
    .select((eb) => [
      eb
        .case()
        .when("asked.returned_at", "is", null)
        .then(sql.lit<Kind>("opening-asked"))
        .else(sql.lit<Kind>("opening-returned"))
        .end()
        .as("kind"),
      noVersion,
      eb.fn.coalesce("asked.returned_at", "asked.proposed_at").as("at"),
      eb.fn.coalesce("asked.returned_by_id", "asked.proposed_by_id").as("byId"),
    ])
    .where((eb) =>
      eb.or([
        eb.and([
          eb("asked.returned_at", "is", null),
          eb("asked.proposed_by_id", "!=", staffId),
        ]),
        eb.and([
          eb("asked.returned_at", "is not", null),
          eb("asked.proposed_by_id", "=", staffId),
        ]),
      ]),
    );
}

function publishedAlone(db: Db, staffId: string) {
  return db
    .selectFrom("published_alone as alone")
    .innerJoin("call_definitions as made", "made.id", "alone.definition_id")
    .select("made.call_id as callId")
    .select([kind("published-alone"), "made.version"])
    .select(["alone.published_at as at", "alone.published_by_id as byId"])
    .where("alone.looked_at", "is", null)
    .where("alone.published_by_id", "!=", staffId);
}
