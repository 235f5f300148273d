import { expect, test } from "vitest";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { loader as openPage } from "#app/routes/review.responses.$reference.tsx";
import { loader as openNames } from "#app/routes/review.tags_.names[.]json.ts";
import { ask } from "#tests/asking/routes.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";

test("of a codebook that is too large a response's page has some, and the names of all are asked for once", async () => {
  const { db, context, amina, reference, responseId, tagId } =
    await givenReadingDesk("I was moved.");
  const rows = Array.from({ length: 400 }, (_, index) => ({
    ...{ name: `Aspect ${index}`, name_key: `aspect ${index}` },
    ...{ definition: "A part of it.", created_by: null, retired_at: null },
    created_at: now.toISOString(),
  }));
  await db.insertInto("tags").values(rows).execute();
  const asked = { context, cookie: amina.cookie };
  const path = `/review/responses/${reference}`;
  const open = async () =>
    (await ask(openPage, { ...asked, path, params: { reference } })).data;
  const page = await open();
  expect(page?.moreTags).toEqual({
    ...{ total: 401, namesHref: "/review/tags/names.json" },
  });
  expect(page?.tags).toHaveLength(60);
  await saveResponseTags(db, {
    ...{ responseId, seenTagIds: [], tagIds: [tagId], actor: amina, now },
  });
  const { tags } = (await open()) as { tags: { tagId: number }[] };
  expect(tags.map((tag) => tag.tagId)).toContain(tagId);

  const names = await ask(openNames, {
    ...{ ...asked, path: "/review/tags/names.json" },
  });
  const all = (await names.response?.json()) as [number, string, number][];
  expect(all).toHaveLength(401);
  expect(all).toContainEqual([tagId, "Moves", 0]);
});
