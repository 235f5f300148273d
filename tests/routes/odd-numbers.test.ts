import { expect, test } from "vitest";
import * as notesRoute from "#app/routes/review.responses.$reference_.notes.tsx";
import * as passagesRoute from "#app/routes/review.responses.$reference_.passages.tsx";
import * as tagsRoute from "#app/routes/review.responses.$reference_.tags.tsx";
import * as triageRoute from "#app/routes/review.responses.$reference_.triage.tsx";
import * as tagRoute from "#app/routes/review.tags_.$tag.tsx";
import * as retireRoute from "#app/routes/review.tags_.$tag_.retire.tsx";
import * as workRoute from "#app/routes/review.work.tsx";
import { givenPage } from "#tests/given/work-page.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { ask } from "#tests/asking/routes.ts";

/* Numbers that no column holds: PostgreSQL refuses to be asked for some of them. */
const odd = ["2147483648", "99999999999", "1e999", "1.5", "-1", "0x1", "NaN"];

test.each(odd)("%s names no tag and no failed work", async (number) => {
  const { context, tagId } = await givenPage();
  const lead = await signInAs(context, "lead", "Lena");
  const asked = (
    params: Record<string, string>,
    form?: [string, string][],
  ) => ({
    context,
    path: "/review/tags",
    cookie: lead.cookie,
    params,
    ...(form && { form }),
  });
  const params = { tag: number };
  expect(
    await ask(tagRoute.loader, asked({ tag: String(tagId) })),
  ).toMatchObject({ status: 200 });
  expect(await ask(tagRoute.loader, asked(params))).toMatchObject({
    status: 404,
  });
  const retired = await ask(retireRoute.action, asked(params, []));
  expect(retired.status).toBeLessThan(500);
  const retried = await ask(workRoute.action, asked({}, [["jobId", number]]));
  expect(retried.status).toBeLessThan(500);
});

test.each(odd)(
  "%s as a version or a tag loses nothing that is typed",
  async (number) => {
    const { browser, at, page, kept } = await givenPage();
    const sent = page({
      rowVersion: number,
      seenTagIds: number,
      tagIds: number,
      passageTagIds: number,
      source: `answer-${number}`,
      quote: "My nan",
      body: "Ring them back.",
    });
    for (const [route, rest] of [
      [tagsRoute, "/tags"],
      [passagesRoute, "/passages"],
      [triageRoute, "/triage"],
    ] as const)
      expect([303, 400, 409], rest).toContain(
        (await browser.post(route, at(rest), sent)).status,
      );
    expect((await browser.post(notesRoute, at("/notes"), sent)).status).toBe(
      303,
    );
    expect(await kept()).toMatchObject({ passage: { quote: "My nan" } });
  },
);
