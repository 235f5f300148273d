import { expect, test } from "vitest";
import { loader as queue } from "#app/routes/review.queue.tsx";
import {
  action as flag,
  loader as flagPage,
} from "#app/routes/review.responses.$reference_.safeguarding.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

const list = "/review/queue?state=received";

async function givenList() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { references } = await givenQueue(db, 2);
  const [, reference = ""] = references;
  const { cookie } = await signInAs(context, "reviewer");
  const asked = { context, params: { reference }, cookie };
  const flagLinks = async () => {
    const { data } = await ask(queue, { context, path: list, cookie });
    const { rows } = data as { rows: { flagHref?: string }[] };
    return rows.flatMap(({ flagHref }) => flagHref ?? []);
  };
  const openFlagPage = async (path: string) =>
    (await ask(flagPage, { ...asked, path })).data;
  return { reference, asked, flagLinks, openFlagPage };
}

test("a response is flagged from the list by its row's own link and one press, and the list comes back", async () => {
  const { reference, asked, flagLinks, openFlagPage } = await givenList();
  const links = await flagLinks();
  expect(links).toHaveLength(2);
  const path = links.find((link) => link.includes(reference)) ?? "";
  expect(await openFlagPage(path)).toMatchObject({ returnTo: list });
  const form = { intent: "raise", returnTo: list };
  const reply = await ask(flag, { ...asked, path, form });
  expect(reply.location).toBe(list);
  const left = await flagLinks();
  expect(left).toEqual(links.filter((link) => link !== path));
});

test("an address of another site is no way back", async () => {
  const { reference, openFlagPage } = await givenList();
  const own = `/review/responses/${reference}`;
  const path = `${own}/safeguarding?from=https://elsewhere.example/review/queue`;
  expect(await openFlagPage(path)).toMatchObject({ returnTo: own });
});
