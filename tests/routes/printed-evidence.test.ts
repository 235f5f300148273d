import { expect, test } from "vitest";
import { loader } from "#app/routes/review.tags_.$tag_.print.tsx";
import { ask } from "#tests/asking/routes.ts";
import { givenCoding } from "#tests/given/coded.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

const passagesAtOnce = 100;

test("a tag with many passages is printed in parts of 500, each of which links to the next, though what ends it may not leave", async () => {
  const { db, answer, tag, code } = await givenCoding();
  const other = await answer("Of somebody else.");
  const place = await answer();
  const tagId = await tag("Support");
  await code(place, await tag("Another"), "moved");
  await code(place, tagId, "moved");
  const { id: _, ...row } = await db
    .selectFrom("passages")
    .selectAll()
    .where("tag_id", "=", tagId)
    .executeTakeFirstOrThrow();
  for (let from = 0; from < 600; from += passagesAtOnce)
    await db
      .insertInto("passages")
      .values(
        Array.from({ length: passagesAtOnce }, (__, n) => ({
          ...{ ...row, public_id: `p-${from + n}`, memo: `m${from + n}` },
          // The last of the first part stands in no answer of its response.
          ...(from + n === 498 && { answer_id: other.answerId }),
        })),
      )
      .execute();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "reviewer");
  const show = async (path: string) => {
    const params = { tag: String(tagId) };
    const { data } = await ask(loader, { context, cookie, path, params });
    return data as Shown;
  };
  const first = await show(`/review/tags/${tagId}/print`);
  expect(first.place).toMatch(
    /^1 to 500 of 601, .* A print has 500 at most\.$/,
  );
  expect(first.items).toHaveLength(499);
  expect(first.pages).toMatchObject({ previousHref: undefined, step: 500 });
  const next = await show(first.pages.nextHref ?? "");
  expect(next.place).toMatch(/^501 to 601 of 601/);
  const memos = [...first.items, ...next.items].map(({ memo }) => memo);
  expect(memos.slice(1)).toEqual(
    Array.from({ length: 600 }, (__, n) => `m${n}`).filter(
      (memo) => memo !== "m498",
    ),
  );
  expect(next.pages.nextHref).toBe(undefined);
  const back = await show(next.pages.previousHref ?? "");
  expect(back.items[0]).toEqual(first.items[0]);
});

type Shown = {
  place?: string;
  items: { memo: string }[];
  pages: { previousHref?: string; nextHref?: string; step: number };
};
