import { expressionBuilder, type RawBuilder, sql } from "kysely";
import { countOf } from "#app/db/counts.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import { hitsOfAnswer } from "#app/db/search-by-answer.server.ts";
import { hitsOf } from "#app/db/search.server.ts";
import { selectCrowds } from "../responses/crowds.server.ts";
import { idsOfResponses } from "../responses/visible-responses.queries.server.ts";
import { isChoice } from "./queue-conditions.queries.server.ts";
import { anybody, ofPeople } from "./queue-people.queries.server.ts";
import type { QueueConditions } from "./queue-shape.ts";
import type {
  ConditionTree,
  QueueCondition,
  ThingToHave,
} from "./queue-conditions.ts";

/*
 * A list is walked in its order, and each response asked whether it is in it. In
 * vain where next to none is: then the list begins with those that may be.
 */

/** A statement that selects ids of responses. */
type Ids = RawBuilder<unknown>;

/**
 * Statements that together give all that can be as a condition says, and maybe
 * more, each from an index; undefined where there are none.
 */
function candidatesOf(db: Db, tree: ConditionTree): Ids[] | undefined {
  if ("on" in tree) return ofLeaf(db, tree);
  if (tree.is === "not") return undefined;
  const parts = tree.parts.map((part) => candidatesOf(db, part));
  if (tree.is === "and") return parts.find((part) => part !== undefined);
  const all = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : all;
}

function ofLeaf(db: Db, leaf: QueueCondition): Ids[] | undefined {
  switch (leaf.on) {
    case "words":
    case "note":
      return [hitsOf(db, leaf.term)];
    case "answer": {
      const chosen = ofChosen(leaf.chosen);
      return chosen && [hitsOfAnswer(db, leaf), ...chosen];
    }
    case "chosen":
      return ofChosen(leaf.chosen);
    case "tag":
      return ofTags(leaf.tagIds);
    case "has":
      return things[leaf.thing];
    case "assigned":
    case "claimed":
    case "decided":
    case "tagged":
    case "skipped":
      return leaf.who === "nobody" ? undefined : ofPeople(leaf.on, leaf.who);
    default:
      return ofColumn(leaf);
  }
}

function ofChosen(
  chosen: Extract<QueueCondition, { on: "chosen" }>["chosen"],
): Ids[] | undefined {
  if (chosen.some(({ areSeveral }) => areSeveral)) return undefined;
  const eb = expressionBuilder<HeardSchema, "answers">();
  return chosen.map(
    (one) =>
      sql`select answers.response_id from answers where ${isChoice(eb, one)}`,
  );
}

function ofTags(tagIds: number[]): Ids[] {
  const tags = sql.join(tagIds);
  return [
    sql`select response_id from response_tags where tag_id in (${tags})`,
    sql`select response_id from passages where tag_id in (${tags})`,
  ];
}

/* Of events their types are of responses only: asked for as well, that would lead by an index of all there are. */

const things: Partial<Record<ThingToHave, Ids[]>> = {
  file: [idsOfResponses(sql`picked.attachment_count > 0`)],
  note: [sql`select response_id from notes`],
  memo: [sql`select response_id from passages where memo <> ''`],
  passage: [sql`select response_id from passages`],
  tag: [
    sql`select response_id from response_tags`,
    sql`select response_id from passages`,
  ],
  "file-without-text": [
    sql`select response_id from attachments
      where response_id is not null and extraction_state in ('no-text', 'failed')`,
  ],
  reader: [
    sql`select subject_id from events
      where actor_id in ${anybody} and type = 'response.read'`,
  ],
};

function ofColumn(leaf: QueueCondition): Ids[] | undefined {
  switch (leaf.on) {
    case "reference":
      return [idsOfResponses(sql`picked.reference like ${`%${leaf.part}%`}`)];
    case "number":
      return [idsOfResponses(sql`picked.source_key = ${leaf.number}`)];
    case "length": {
      const { least = 0, most = mostWords } = leaf;
      return [
        idsOfResponses(
          sql`picked.word_count >= ${least} and picked.word_count <= ${most}`,
        ),
      ];
    }
    case "received": {
      const { from = "", until = afterAll } = leaf;
      return [
        idsOfResponses(
          sql`picked.received_at >= ${from} and picked.received_at < ${until}`,
        ),
      ];
    }
    case "due": {
      const { from = "", until = afterAll } = leaf;
      return [
        idsOfResponses(
          sql`picked.awaits_triage = 1 and picked.due_on >= ${from} and picked.due_on < ${until}`,
        ),
      ];
    }
    case "channel":
      return [idsOfResponses(sql`picked.channel = ${leaf.channel}`)];
    case "flagged":
      return [idsOfResponses(sql`picked.safeguarding_flag = 1`)];
    default:
      return undefined;
  }
}

const mostWords = 1_000_000_000;
const afterAll = "99999";

/** So many are looked up and sorted in about the time in which a thousand of as many are met in the order of the list. */
const mostLeading = 10_000;
/** Of fewer nothing better is looked for. */
const fewEnough = 500;

/** How a list is best begun: with the part of what was asked for that leaves the fewest, where it leaves few. */
export async function withLead(
  db: Db,
  conditions: QueueConditions,
): Promise<QueueConditions> {
  const { others, words, sort, viewer } = conditions;
  // In the order of its day what is due is walked from an index of both.
  const isLedByOrder = sort === "due" && others && isOnDue(others);
  const leading = isLedByOrder ? undefined : await findLeading(db, others);
  const areWordsCommon =
    words !== undefined &&
    sort !== "recorded" &&
    (await findLeading(db, words)) === undefined;
  return {
    ...{ ...conditions, leading, areWordsCommon },
    ...(conditions.isOneLine && { crowds: await selectCrowds(db, viewer) }),
  };
}

function isOnDue(tree: ConditionTree): boolean {
  return "on" in tree
    ? tree.on === "due"
    : tree.is === "and" && tree.parts.some(isOnDue);
}

async function findLeading(
  db: Db,
  asked: ConditionTree | undefined,
): Promise<ConditionTree | undefined> {
  if (asked === undefined) return undefined;
  const parts = "is" in asked && asked.is === "and" ? asked.parts : [asked];
  let fewest = mostLeading + 1;
  let leading: ConditionTree | undefined;
  for (const part of parts) {
    const candidates = candidatesOf(db, part);
    if (candidates === undefined) continue;
    const count = await countCandidates(db, candidates, fewest);
    if (count < fewest) [fewest, leading] = [count, part];
    if (fewest <= fewEnough) break;
  }
  return leading;
}

async function countCandidates(db: Db, candidates: Ids[], upTo: number) {
  if (candidates.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from (${united(candidates)}) as candidates limit ${upTo}
    ) as counted`.execute(db);
  return rows[0] ? countOf(rows[0]) : 0;
}

function united(candidates: Ids[]) {
  return sql.join(candidates, sql` union all `);
}

/** A response is one of the candidates. */
export function isCandidate(db: Db, leading: ConditionTree) {
  const candidates = candidatesOf(db, leading) ?? [];
  return candidates.length === 0
    ? sql<boolean>`1 = 0`
    : sql<boolean>`responses.id in (${united(candidates)})`;
}
