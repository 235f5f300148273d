import { expect, test } from "vitest";
import { loader as bulkForm } from "#app/routes/review.bulk_.new.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as response } from "#app/routes/review.responses.$reference.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { givenWords } from "#tests/given/same-words.ts";
import { signInAs } from "#tests/given/sessions.ts";

test("a line leads to all it stands for and to deciding them, and each of them tells of the others", async () => {
  const { db, say, references } = await givenWords();
  const context = await makeTestContext(db);
  await say(["An earlier one"]);
  await say(["N/A"]);
  await say(["No comment"]);
  const lines = async (role: "lead" | "reviewer") => {
    const { cookie } = await signInAs(context, role);
    const { data } = await ask(queue, {
      ...{ context, path: "/review/queue", cookie },
    });
    const { rows } = data as { rows: { same?: Record<string, string> }[] };
    return { cookie, same: rows.map(({ same }) => same) };
  };
  const { cookie, same } = await lines("lead");
  const q = `q=same-as%3A${references[1]}+state%3Ato-do`;
  const decideHref = `/review/bulk/new?${q}&deed=decide`;
  expect(same).toEqual([
    undefined,
    {
      words: "and 1 more that say nothing",
      href: `/review/queue?${q}`,
      decideWords: "Decide all 2 the same",
      decideHref,
    },
  ]);
  const reviewers = await lines("reviewer");
  expect(reviewers.same[1]?.decideHref).toBe(undefined);
  const bulk = await ask(bulkForm, { context, path: decideHref, cookie });
  expect(bulk.data).toMatchObject({
    screen: { form: { deed: "decide" } },
  });
  const alike = async (reference = "") => {
    const { data } = await ask(response, {
      ...{ context, path: `/review/responses/${reference}`, cookie },
      params: { reference },
    });
    return data?.alike;
  };
  expect(await alike(references[0])).toBe(undefined);
  expect(await alike(references[2])).toEqual({
    words: "1 other says as little",
    href: `/review/queue?q=same-as%3A${references[2]}`,
  });
});
