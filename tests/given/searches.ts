import type { Db } from "#app/db/schema.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import {
  wholeQueue,
  type QueueFilter,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import {
  givenCall,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "./database.ts";
import { givenColleague } from "./people.ts";

export const now = new Date("2021-03-01T10:00:00.000Z");
export const [first = "", second = ""] = callForAdvice.pages
  .flatMap(({ questions }) => questions)
  .filter(({ type }) => type === "long-text")
  .map(({ id }) => id);
export const place = callForAdvice.pages
  .flatMap(({ questions }) => questions)
  .findIndex(({ id }) => id === first);

const people = ["foster-carer", "parent", "kinship-carer", "parent"];
const texts = [
  "A named worker who stays",
  "The worker was named late",
  "Priorities of self-harm services, a named worker, a poor start",
  "Nothing",
];

/** Four responses, a day apart, of four people; each search has an earlier match or miss. */
export async function givenFour() {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForAdvice });
  const other = await givenCall(db, { definition: callForAdvice });
  const me = await givenColleague(db, { name: "Imogen Hart" });
  const colleague = await givenColleague(db, { name: "Nadia Imrie-Stone" });
  const responses: { responseId: number; reference: string }[] = [];
  for (const [index, kind] of people.entries()) {
    const sent = await givenResponse(db, {
      call: index === 3 ? other : call,
      receivedAt: new Date(Date.UTC(2021, 1, 10 + index * 5, 12)),
      answers: {
        ...someAdvice,
        "respondent-kind": kind,
        "may-quote": index % 2 === 0 ? "yes" : "no",
        [first]: texts[index],
        [second]: index === 1 ? "We had a named worker" : "Nothing more",
      },
    });
    await indexResponse(db, sent);
    responses.push(sent);
  }
  const ids = responses.map(({ responseId }) => responseId);
  const references = responses.map(({ reference }) => reference);
  return { db, call, other, me, colleague, ids, references };
}

type Given = Awaited<ReturnType<typeof givenFour>>;

/** Which of the four are found, from 1. */
export async function findFour(
  given: Given,
  q: string,
  change: Partial<QueueFilter> = {},
) {
  const filter = { ...wholeQueue, state: "all" as const, q, ...change };
  const viewer = { staffId: given.me.staffId, role: "reviewer" as const };
  const page = await selectQueuePage(given.db, { filter, viewer, now });
  if (page.problems.length > 0) throw new Error(JSON.stringify(page.problems));
  return page.rows.map(
    ({ reference }) => given.references.indexOf(reference) + 1,
  );
}

export async function givenTag(
  db: Db,
  name: string,
  parentId: number | null = null,
) {
  const row = { name, name_key: name, definition: "", parent_id: parentId };
  const { id } = await db
    .insertInto("tags")
    .values({
      ...row,
      created_by: null,
      created_at: now.toISOString(),
      retired_at: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
