import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeToWithhold } from "#app/domain/redaction/propose.server.ts";
import { selectRedactionRows } from "#app/domain/redaction/redactions.queries.server.ts";
import { givenColleague } from "./people.ts";
import { now } from "./tables.ts";

/** Two people withhold a file that was sent. */
export async function givenWithheldFile(
  db: Db,
  file: { responseId: number; publicId: string },
) {
  const { responseId } = file;
  const [kim, chris] = [await givenColleague(db), await givenColleague(db)];
  const by = { actor: kim, now, randomBytes };
  await proposeToWithhold(db, { ...file, reason: "name", ...by });
  const rows = await selectRedactionRows(db, responseId);
  const publicIds = rows.map((one) => one.publicId);
  const decision = { responseId, publicIds, move: "approve" as const };
  await decideRedactions(db, { ...decision, actor: chris, now });
}
