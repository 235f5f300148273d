import { sql, type Updateable } from "kysely";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  actorKinds,
  callStates,
  callTellingKinds,
  copyStates,
  extractionStates,
  codebookChangeKinds,
  heldBackStandings,
  importFileStates,
  leavingOutReasons,
  importStates,
  jobStates,
  type Language,
  definitionPartKinds,
  moveSides,
  ownPageKinds,
  type ResponseChannel,
  queueSorts,
  responseChannels,
  type ResponseState,
  responseStates,
  redactionReasons,
  redactionStates,
  scanStates,
  skipReasons,
  type StaffRole,
  staffRoles,
  subjectKinds,
  caseAnswers,
  caseEndings,
  caseOutcomes,
  passingWays,
  safeguardingKinds,
  receivedEmailFormats,
  receivedEmailStates,
} from "#app/db/column-values.ts";
import {
  bulkKinds,
  bulkOutcomes,
  bulkStandings,
  bulkUndone,
} from "#app/db/bulk-values.ts";
import {
  exportFailures,
  exportFormats,
  exportKinds,
  exportReasons,
  exportStates,
} from "#app/db/export-values.ts";
import { passageStandings, projectStates } from "#app/db/project-values.ts";
import { engineOf } from "#app/db/engine.server.ts";
import type { HeardSchema, Row } from "#app/db/schema.ts";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import { triageStates } from "#app/domain/triage/triage.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenFileText } from "#tests/given/files.ts";

type ListedColumns = {
  [Table in keyof HeardSchema]?: {
    [Column in keyof Row<Table>]?: readonly Row<Table>[Column][];
  };
};

/** The columns whose CHECK is a list of words, by the list that their type is made of. */
const listed = {
  own_pages: { kind: ownPageKinds },
  exports: {
    kind: exportKinds,
    format: exportFormats,
    reason: exportReasons,
    state: exportStates,
    failure: exportFailures,
  },
  attachments: { scan_state: scanStates, extraction_state: extractionStates },
  attachment_copies: { state: copyStates },
  calls: { state: callStates },
  call_tellings: { kind: callTellingKinds },
  events: { actor_kind: actorKinds, subject_kind: subjectKinds },
  codebook_changes: { kind: codebookChangeKinds },
  held_back: { standing: heldBackStandings },
  import_files: { state: importFileStates },
  received_emails: {
    ...{ format: receivedEmailFormats, state: receivedEmailStates },
    reason: leavingOutReasons,
  },
  imports: { state: importStates },
  jobs: { state: jobStates },
  moves: { side: moveSides },
  definition_draft_parts: { kind: definitionPartKinds },
  project_files: { state: projectStates },
  project_passages: { standing: passageStandings },
  redactions: { reason: redactionReasons, state: redactionStates },
  bulk_actions: { kind: bulkKinds, standing: bulkStandings },
  bulk_items: { outcome: bulkOutcomes, undone: bulkUndone },
  saved_views: { sort: queueSorts },
  responses: { channel: responseChannels, state: responseStates },
  safeguarding_cases: { kind: safeguardingKinds },
  safeguarding_passings: { way: passingWays },
  safeguarding_proposals: {
    ...{ outcome: caseOutcomes, ending: caseEndings, answer: caseAnswers },
  },
  skips: { reason: skipReasons },
  staff: { role: staffRoles },
  staff_invitations: { role: staffRoles },
} satisfies ListedColumns;

/** A column that is compared with a list of words, which a column of two numbers is not; as each engine tells it. */
const checkOfWords =
  /check \((\w+) in \(('[^)]*)\)\)|CHECK \(\((\w+) = ANY \(ARRAY\[('[^\]]*)\]/g;

async function readChecks() {
  const { db } = openTestDatabase();
  const told =
    engineOf(db) === "postgres"
      ? sql`select conrelid::regclass::text as name, pg_get_constraintdef(oid) as sql from pg_constraint where contype = 'c'`
      : sql`select name, sql from sqlite_schema where type = 'table'`;
  const { rows } = await sql<{
    name: string;
    sql: string;
  }>`${told} order by name`.execute(db);
  const checks = rows.flatMap(({ name, sql: statement }) =>
    [...statement.matchAll(checkOfWords)].map(([, ...found]) => {
      const [column, words = ""] = found.filter((part) => part !== undefined);
      return [
        `${name}.${column}`,
        [...words.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word).sort(),
      ];
    }),
  );
  return Object.fromEntries(checks);
}

describe("a column with a list of words", () => {
  test("has the list of its CHECK for a type, each of them", async () => {
    const ours = Object.entries(listed).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, words]) => [
        `${table}.${column}`,
        [...words].sort(),
      ]),
    );
    expect(await readChecks()).toEqual(Object.fromEntries(ours));
  });

  test("takes no other word and gives no other", () => {
    expectTypeOf<Row<"responses">["state"]>().toEqualTypeOf<ResponseState>();
    expectTypeOf<
      Row<"responses">["channel"]
    >().toEqualTypeOf<ResponseChannel>();
    expectTypeOf<Row<"responses">["language"]>().toEqualTypeOf<Language>();
    expectTypeOf<Row<"staff">["role"]>().toEqualTypeOf<StaffRole>();
    expectTypeOf<Updateable<HeardSchema["responses"]>["state"]>().toEqualTypeOf<
      ResponseState | undefined
    >();
  });
});

test("a flag of another version is left out, and the others stay as they were", async () => {
  const { db } = openTestDatabase();
  const { responseId } = await givenResponse(db);
  await givenFileText(db, responseId, { text: "Earlier." });
  await givenFileText(db, responseId, { text: "Moves." });
  await db
    .updateTable("attachments")
    .set({ flags: '["tracked-changes","a-flag-to-come","comments"]' })
    .where("id", "=", (eb) =>
      eb.selectFrom("attachments").select((max) => max.fn.max("id").as("id")),
    )
    .execute();
  const files = await selectAttachmentsForReview(db, responseId);
  expect(files.map(({ flags }) => flags)).toEqual([
    [],
    ["tracked-changes", "comments"],
  ]);
});

test("the list that staff read holds every state of a response once", () => {
  expect([...triageStates].sort()).toEqual([...responseStates].sort());
  expect(triageStates.slice(0, 4)).toEqual([
    "received",
    "in-triage",
    "needs-second-look",
    "triaged",
  ]);
});
