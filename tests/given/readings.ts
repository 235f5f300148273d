import { randomBytes } from "node:crypto";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";

export const now = new Date("2026-11-22T09:00:00Z");
/** Begins with an emoji of five code points. */
export const words =
  "👩‍👧‍👦 I was moved five times.\nNobody asked me.\n\nWhen I was moved the last time, my nan took me in.";

/** A response with that answer, a tag, two people, and a passage of it ready to be tagged. */
export async function givenReading() {
  const { db } = openTestDatabase();
  const actor = await givenColleague(db, { name: "Amina" });
  const lead = await givenColleague(db, { name: "Lena", role: "lead" });
  const { responseId, reference } = await givenResponse(db, {
    answers: { "what-first": words },
  });
  const response = await findResponseForReview(db, {
    reference,
    viewer: anyLead,
    now,
  });
  const answer = response?.answers[0];
  const defined = await defineTag(db, {
    name: "Moves",
    definition: "Being moved.",
    actor,
    now,
  });
  if (!answer || !defined.ok) throw new Error("Not set up");
  const passage = {
    responseId,
    answerId: answer.answerId,
    tagId: defined.tagId,
    quote: "moved five times",
    memo: "",
    actor,
    now,
    randomBytes,
  };
  return { db, actor, lead, responseId, text: answer.text, passage };
}
