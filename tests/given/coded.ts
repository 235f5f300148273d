import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import type { Tagger } from "#app/domain/tagging/tags.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "./database.ts";
import { givenColleague } from "./people.ts";

export const now = new Date("2026-11-22T09:00:00Z");
export const later = (minutes: number) =>
  new Date(now.getTime() + minutes * 60_000);

/** A lead and a reviewer, and an answer of some words, to be coded. */
export async function givenCoding() {
  const { db } = openTestDatabase();
  const lead = await givenColleague(db, { name: "Lena", role: "lead" });
  const amina = await givenColleague(db, { name: "Amina" });
  const call = await givenCall(db, { slug: "advice" });
  const answer = async (words = "We were moved again and again.") => {
    const { responseId, reference } = await givenResponse(db, {
      call,
      answers: { "what-first": words, "may-quote": "yes" },
    });
    const { id: answerId } = await db
      .selectFrom("answers")
      .select("id")
      .where("response_id", "=", responseId)
      .where("question_id", "=", "what-first")
      .executeTakeFirstOrThrow();
    return { responseId, reference, answerId };
  };
  await answer("Somebody came before.");
  return {
    ...{ db, lead, amina, answer, call },
    tag: (name: string, parentId?: number) =>
      givenTag(db, lead, { name, parentId }),
    code: (
      place: { responseId: number; answerId: number },
      tagId: number,
      quote: string,
      more: { memo?: string; actor?: Tagger } = {},
    ) => givenPassage(db, { ...place, tagId, quote, actor: amina, ...more }),
    whole: (responseId: number, tagId: number) =>
      db
        .insertInto("response_tags")
        .values({
          ...{ response_id: responseId, tag_id: tagId },
          ...{ tagged_by: amina.staffId, tagged_at: now.toISOString() },
        })
        .execute(),
    /** All that is tagged, with the names of tags: to compare before and after. */
    tagged: () => readTagged(db),
  };
}

async function givenTag(
  db: Db,
  actor: Tagger,
  { name, parentId }: { name: string; parentId?: number | undefined },
) {
  const words = { name, definition: `About ${name}.`, parentId };
  const defined = await defineTag(db, { ...words, actor, now });
  if (!defined.ok) throw new Error(defined.reason);
  return defined.tagId;
}

async function givenPassage(
  db: Db,
  passage: {
    responseId: number;
    answerId: number;
    tagId: number;
    quote: string;
    memo?: string;
    actor: Tagger;
  },
) {
  const tagged = await tagPassage(db, {
    memo: "",
    ...passage,
    ...{ now, randomBytes },
  });
  if (!tagged.ok) throw new Error(tagged.reason);
  return tagged.publicId;
}

async function readTagged(db: Db) {
  const passages = await db
    .selectFrom("passages")
    .innerJoin("tags", "tags.id", "passages.tag_id")
    .select(["public_id", "tags.name", "quote", "memo", "tagged_by"])
    .orderBy("public_id")
    .execute();
  const wholes = await db
    .selectFrom("response_tags")
    .innerJoin("tags", "tags.id", "response_tags.tag_id")
    .select(["response_id", "tags.name"])
    .orderBy("response_id")
    .orderBy("tags.name")
    .execute();
  const tags = await db
    .selectFrom("tags")
    .select(["name", "parent_id", "definition"])
    .where("retired_at", "is", null)
    .orderBy("id")
    .execute();
  return { passages, wholes, tags };
}
