import type { Db } from "#app/db/schema.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "./people.ts";

/** A call with `count` responses, one a day from 1 February 2021; their references, oldest first. */
export async function givenQueue(db: Db, count: number) {
  const call = await givenCall(db);
  const references: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { reference } = await givenResponse(db, {
      call,
      receivedAt: new Date(Date.UTC(2021, 1, number)),
    });
    references.push(reference);
  }
  return { call, references };
}

const states = [
  { state: "received", awaits_triage: 1 },
  { state: "triaged", awaits_triage: 0 },
  { state: "in-triage", awaits_triage: 1 },
  { state: "triaged", awaits_triage: 0 },
  { state: "needs-second-look", awaits_triage: 1 },
  { state: "triaged", awaits_triage: 0 },
  { state: "out-of-scope", awaits_triage: 0 },
  { state: "spam", awaits_triage: 0 },
] as const;

export type LargeQueue = {
  callIds: number[];
  callSlugs: string[];
  staffIds: string[];
  tagIds: number[];
};

/** Two calls, two colleagues and three tags for `fillQueue` to spread responses over. */
export async function givenLargeQueue(db: Db): Promise<LargeQueue> {
  const calls = [await givenCall(db), await givenCall(db)];
  const staff = [await givenColleague(db), await givenColleague(db)];
  const tags = await db
    .insertInto("tags")
    .values(
      ["contact", "housing", "school"].map((name) => ({
        name,
        name_key: name,
        definition: "",
        parent_id: null,
        created_by: null,
        created_at: new Date(0).toISOString(),
        retired_at: null,
      })),
    )
    .returning("id")
    .execute();
  return {
    callIds: calls.map(({ id }) => id),
    callSlugs: calls.map(({ slug }) => slug),
    staffIds: staff.map(({ staffId }) => staffId),
    tagIds: tags.map(({ id }) => id),
  };
}

/** Rows of every kind written straight into the tables: what a plan is read on needs numbers, not meaning. */
export async function fillQueue(db: Db, count: number, queue: LargeQueue) {
  const { callIds, staffIds, tagIds } = queue;
  const definitionIds = new Map(
    (
      await db
        .selectFrom("calls")
        .select(["id", "current_definition_id"])
        .execute()
    ).map((call) => [call.id, call.current_definition_id]),
  );
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const of = <Item>(items: readonly Item[], number: number) =>
    items[number % items.length] as Item;
  for (let start = 0; start < count; start += 500) {
    const batch = numbers.slice(start, start + 500);
    await db
      .insertInto("responses")
      .values(
        batch.map((number) => {
          const callId = of(callIds, number * 7);
          const at = new Date(Date.UTC(2021, 0, 1) + number * 61_000);
          return {
            reference: `H-${String(number).padStart(8, "0")}`,
            call_id: callId,
            definition_id: definitionIds.get(callId) ?? 0,
            channel: "web",
            import_id: null,
            source_key: null,
            language: "en",
            received_at: at.toISOString(),
            recorded_at: at.toISOString(),
            word_count: number % 900,
            excerpt:
              `Response ${number} about contact, homes and who decides. `.repeat(
                3,
              ),
            attachment_count: number % 9 === 0 ? 2 : 0,
            receipt_code_hash: null,
            ...of(states, number),
            safeguarding_flag: number % 101 === 0 ? (1 as const) : (0 as const),
            assignee_id: number % 5 === 0 ? of(staffIds, number) : null,
            claimed_by: null,
            claim_expires_at: null,
          };
        }),
      )
      .execute();
  }
  const ids = await db.selectFrom("responses").select("id").execute();
  const tagged = ids.filter(({ id }) => id % 3 === 0);
  for (let start = 0; start < tagged.length; start += 500) {
    await db
      .insertInto("response_tags")
      .values(
        tagged.slice(start, start + 500).map(({ id }) => ({
          response_id: id,
          tag_id: of(tagIds, id),
          tagged_by: of(staffIds, id),
          tagged_at: new Date(0).toISOString(),
        })),
      )
      .execute();
  }
}
