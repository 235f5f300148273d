import { expect, test } from "vitest";
import { loader as actions } from "#app/routes/review.bulk.tsx";
import {
  action as preview,
  loader as form,
} from "#app/routes/review.bulk_.new.tsx";
import {
  action as step,
  loader as report,
} from "#app/routes/review.bulk_.$action.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { ask } from "#tests/asking/routes.ts";
import { run } from "#tests/given/bulk.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { givenTag } from "#tests/given/searches.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Screen = {
  screen: {
    standing: string;
    leftOut: string[];
    buttons: { intent: string; label: string }[];
    isRunning: boolean;
    form?: { tags: { label: string }[] };
    listWords: string;
  };
};

async function givenLead() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { call } = await givenQueue(db, 3);
  await givenQueue(db, 2);
  const tagId = await givenTag(db, "care");
  const { cookie } = await signInAs(context, "lead");
  const path = `/review/bulk/new?call=${call.slug}`;
  const see = async (actionId = "1") => {
    const params = { action: actionId };
    const asked = { context, path: "/review/bulk/1", cookie, params };
    return ((await ask(report, asked)).data as Screen).screen;
  };
  const press = (intent: string, to = cookie) =>
    ask(step, {
      ...{ context, path: "/review/bulk/1", cookie: to },
      ...{ params: { action: "1" }, form: { intent } },
    });
  return { db, context, cookie, path, tagId, see, press };
}

test("a list is tagged in two steps, each with its page, and undone in one", async () => {
  const { db, context, cookie, path, tagId, see, press } = await givenLead();
  const chosen = await ask(form, {
    ...{ context, cookie, path: `${path}&deed=add-tags` },
  });
  expect((chosen.data as Screen).screen.form?.tags).toMatchObject([
    { label: "care" },
  ]);
  const sent = await ask(preview, {
    ...{ context, cookie, path: `${path}&deed=add-tags` },
    form: { deed: "add-tags", tagIds: String(tagId) },
  });
  expect(sent.location).toBe("/review/bulk/1");
  expect(await see()).toMatchObject({
    standing: "This would be done to 3 responses. Nothing is done yet.",
    buttons: [{ intent: "begin", label: "Do it to 3 responses" }],
  });
  await press("begin");
  expect(await see()).toMatchObject({
    ...{ isRunning: true, standing: "Done to 0 responses, 3 to go." },
    buttons: [{ intent: "cancel" }],
  });
  await run({ db }, 1, context.now());
  expect((await see()).standing).toMatch(/^Done to 3 responses\. It can be/);
  await press("undo");
  await run({ db }, 1, context.now());
  expect(await see()).toMatchObject({
    standing: "Undone for 3 responses of the 3 responses that it was done to.",
    buttons: [],
  });
  const all = await ask(actions, { context, cookie, path: "/review/bulk" });
  expect(all.data?.actions).toMatchObject([{ deed: "Add the tag “care”" }]);
});

test("only whoever previewed an action begins it, and its page has no buttons for others", async () => {
  const { context, cookie, path, press } = await givenLead();
  const asked = { context, cookie, path };
  await ask(preview, { ...asked, form: { deed: "decide", state: "triaged" } });
  const other = await signInAs(context, "lead");
  const refused = await press("begin", other.cookie);
  expect(refused.location).toBe("/review/bulk/1");
  const params = { action: "1" };
  const page = await ask(report, { ...asked, ...other, params });
  expect((page.data as Screen).screen).toMatchObject({
    standing: "This would be done to 3 responses. Nothing is done yet.",
    buttons: [],
  });
});

test("a form without a tag, without a state, or for a list that was not understood comes back", async () => {
  const { context, cookie, path } = await givenLead();
  const refused: [path: string, form: Record<string, string>, field: string][] =
    [
      [path, { deed: "add-tags" }, "tagIds"],
      [path, { deed: "decide" }, "state"],
      [path, { deed: "decide", state: "withdrawn" }, "state"],
      [path, { deed: "safeguarding" }, "deed"],
      [`${path}&q=tag:x`, { deed: "decide", state: "triaged" }, ""],
      [`${path}&tag=99`, { deed: "decide", state: "triaged" }, ""],
      [`${path}&q=nobody`, { deed: "decide", state: "triaged" }, ""],
    ];
  for (const [at, sent, field] of refused) {
    const reply = await ask(preview, { context, cookie, path: at, form: sent });
    expect({ at, sent, status: reply.status }).toMatchObject({ status: 400 });
    expect(reply.data?.errors).toHaveProperty([field]);
  }
});

test("the queue leads there for those who may", async () => {
  const { context, cookie } = await givenLead();
  const asked = { context, path: "/review/queue?q=has:file&state=to-do" };
  const empty = await ask(queue, { ...asked, cookie });
  expect(empty.data).toMatchObject({ bulkHref: undefined });
  const path = "/review/queue?state=received";
  const full = await ask(queue, { ...asked, path, cookie });
  expect(full.data).toMatchObject({
    bulkHref: "/review/bulk/new?state=received",
  });
  const reviewer = await signInAs(context, "reviewer");
  const shown = await ask(queue, { ...asked, path, ...reviewer });
  expect(shown.data).toMatchObject({ bulkHref: undefined });
});

test("single ones are taken off a preview by whoever made it, and their number is told", async () => {
  const { db, context, cookie, path, see, press } = await givenLead();
  await ask(preview, {
    ...{ context, cookie, path, form: { deed: "decide", state: "triaged" } },
  });
  const params = { action: "1" };
  const shown = async (to = cookie) => {
    const asked = { context, path: "/review/bulk/1", cookie: to, params };
    const { previewed } = (await ask(report, asked)).data as {
      previewed: { choices: { value: string }[] };
    };
    return previewed.choices.map(({ value }) => value);
  };
  const [first, second = "", third] = await shown();
  const takeOff = (to: string) =>
    ask(step, {
      ...{ context, path: "/review/bulk/1", cookie: to, params },
      form: { intent: "take-off", references: second },
    });
  const other = await signInAs(context, "lead");
  await takeOff(other.cookie);
  expect(await shown(other.cookie)).toEqual([]);
  expect(await shown()).toEqual([first, second, third]);
  await takeOff(cookie);
  expect(await shown()).toEqual([first, third]);
  await press("begin");
  await takeOff(cookie);
  await run({ db }, 1, context.now());
  expect(await see()).toMatchObject({
    standing: expect.stringMatching(/^Done to 2 responses\./) as string,
    leftOut: ["1 response: taken off one by one"],
  });
  const left = await db
    .selectFrom("responses")
    .select("state")
    .where("reference", "=", second)
    .executeTakeFirstOrThrow();
  expect(left.state).toBe("received");
});
