import {
  type Expression,
  type ExpressionBuilder,
  sql,
  type SqlBool,
} from "kysely";
import { besideIndex } from "#app/db/indexes.server.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import { answerHas, isFoundInAnswer } from "#app/db/search-by-answer.server.ts";
import { isFoundBy, isFoundInNotes } from "#app/db/search.server.ts";
import type {
  Chosen,
  ConditionTree,
  QueueCondition,
} from "./queue-conditions.ts";
import { isAtRedaction } from "./queue-redaction.queries.server.ts";
import {
  hasThing,
  isClaimed,
  isDecided,
  isWith,
  isSkipped,
  isTagged,
  isTaggedBy,
  presentAnswers,
  saysTheSame,
} from "./queue-work.queries.server.ts";

type Eb = ExpressionBuilder<HeardSchema, "responses">;
type Condition = Expression<SqlBool>;
type Of<On extends QueueCondition["on"]> = Extract<QueueCondition, { on: On }>;

/** What a response must be, as a condition on `responses`; nothing selected. */
export function conditionOn(db: Db, eb: Eb, tree: ConditionTree): Condition {
  if ("on" in tree) return leafOn(db, eb, tree);
  if (tree.is === "not") return eb.not(conditionOn(db, eb, tree.part));
  const parts = tree.parts.map((part) => conditionOn(db, eb, part));
  return tree.is === "and" ? eb.and(parts) : eb.or(parts);
}

function leafOn(db: Db, eb: Eb, leaf: QueueCondition): Condition {
  switch (leaf.on) {
    case "words":
      return isFoundBy(db, leaf.term);
    case "note":
      return isFoundInNotes(db, leaf.term);
    case "answer":
      return isAnswered(db, eb, leaf);
    case "chosen":
      return isChosen(db, eb, leaf.chosen);
    case "tag":
      return isTagged(eb, leaf.tagIds);
    case "has":
      return hasThing(eb, leaf);
    case "redaction":
      return isAtRedaction(eb, leaf.stage);
    case "claimed":
      return isClaimed(eb, leaf);
    case "assigned":
      return isWith(eb, leaf.who);
    case "decided":
      return isDecided(eb, leaf.who);
    case "same":
      return saysTheSame(db, eb, leaf.reference);
    case "skipped":
      return isSkipped(eb, leaf.who);
    case "tagged":
      return isTaggedBy(eb, leaf.who);
    default:
      return columnOn(db, eb, leaf);
  }
}

type OfColumn = Of<
  | "reference"
  | "number"
  | "received"
  | "due"
  | "length"
  | "channel"
  | "state"
  | "call"
  | "flagged"
>;

function columnOn(db: Db, eb: Eb, leaf: OfColumn): Condition {
  switch (leaf.on) {
    case "reference":
      return eb("responses.reference", "like", `%${leaf.part}%`);
    case "number":
      // Without one it has another, which "not this" is to find.
      return eb.and([
        eb("responses.source_key", "is not", null),
        eb("responses.source_key", "=", leaf.number),
      ]);
    case "received":
      return between(eb, "received_at", [leaf.from, leaf.until]);
    case "due":
      return between(eb, "due_on", [leaf.from, leaf.until]);
    case "length":
      return eb.and([
        ...(leaf.least === undefined
          ? []
          : [eb("responses.word_count", ">=", leaf.least)]),
        ...(leaf.most === undefined
          ? []
          : [eb("responses.word_count", "<=", leaf.most)]),
      ]);
    case "channel":
      return eb(besideIndex(db, "responses.channel"), "=", leaf.channel);
    case "state":
      return leaf.state === "to-do"
        ? eb("responses.awaits_triage", "=", eb.lit(1))
        : eb("responses.state", "=", leaf.state);
    case "call":
      return among(eb, "call_id", leaf.callIds);
    case "flagged":
      return eb("responses.safeguarding_flag", "=", eb.lit(1));
  }
}

function between(
  eb: Eb,
  column: "received_at" | "due_on",
  [from, until]: [string | undefined, string | undefined],
): Condition {
  return eb.and([
    ...(from === undefined ? [] : [eb(`responses.${column}`, ">=", from)]),
    ...(until === undefined ? [] : [eb(`responses.${column}`, "<", until)]),
  ]);
}

function among(eb: Eb, column: "call_id", ids: number[]): Condition {
  return ids.length === 0
    ? eb.lit(false)
    : eb(`responses.${column}`, "in", ids);
}

function isAnswered(db: Db, eb: Eb, leaf: Of<"answer">): Condition {
  const { question, term, chosen } = leaf;
  const answers = presentAnswers(eb);
  const those =
    typeof question === "number"
      ? answers.where("answers.position", "=", question)
      : answers.where("answers.question_id", "=", question);
  // Not `exists`, which SQLite takes for a join and turns round: the words of every answer would be looked through.
  const inWords = eb.and([
    isFoundInAnswer(db, leaf),
    eb(those.where(answerHas(db, term)).limit(1), "is not", null),
  ]);
  return chosen.length === 0
    ? inWords
    : eb.or([inWords, isChosen(db, eb, chosen)]);
}

/** Short enough for an index: no choice is longer. */
const isShort = sql<boolean>`length(answers.value) <= 200`;

/** The call is no way to them: it may have nearly all. */
function isChosen(db: Db, eb: Eb, chosen: Chosen[]): Condition {
  return eb.or(
    chosen.map((one) =>
      eb.and([
        eb(besideIndex(db, "responses.call_id"), "=", one.callId),
        eb.exists(presentAnswers(eb).where((answer) => isChoice(answer, one))),
      ]),
    ),
  );
}

/** An answer by which one of these was chosen. */
export function isChoice(
  eb: ExpressionBuilder<HeardSchema, "answers">,
  { questionId, values, areSeveral }: Chosen,
): Condition {
  const isOne = areSeveral
    ? eb.or(
        values.map((value) => eb("answers.value", "like", `[%"${value}"%]`)),
      )
    : eb(
        "answers.value",
        "in",
        values.map((value) => JSON.stringify(value)),
      );
  return eb.and([eb("answers.question_id", "=", questionId), isShort, isOne]);
}
