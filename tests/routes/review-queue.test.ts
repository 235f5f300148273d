import { expect, test } from "vitest";
import { replaceSearchText } from "#app/db/search.server.ts";
import { action as takeNext } from "#app/routes/review.queue_.take-next.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as layout } from "#app/routes/review.tsx";
import {
  action as identity,
  loader as identityPage,
} from "#app/routes/review.responses.$reference_.identity.tsx";
import { action as retry, loader as work } from "#app/routes/review.work.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { selectStaffEvents } from "#tests/asking/events.ts";

async function givenTeam() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { call, references } = await givenQueue(db, 3);
  return { db, context, call, references };
}

test("take next keeps to the call of the list and carries the list along", async () => {
  const { db, context, references } = await givenTeam();
  const other = await givenQueue(db, 1);
  const { cookie } = await signInAs(context, "reviewer");
  const returnTo = `/review/queue?call=${other.call.slug}&page=2`;
  const reply = await ask(takeNext, {
    context,
    path: "/review/queue/take-next",
    cookie,
    form: { returnTo },
  });
  expect(references).not.toContain(other.references[0]);
  expect(reply.location).toBe(
    `/review/responses/${other.references[0]}?from=${encodeURIComponent(returnTo)}`,
  );
});

test("take next on an empty queue leads back to the list, which tells it once", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "reviewer");
  const reply = await ask(takeNext, {
    context,
    path: "/review/queue/take-next",
    cookie,
    form: { returnTo: "//evil.example" },
  });
  expect(reply.location).toBe("/review/queue");
  const flash = reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const page = await ask(layout, {
    context,
    path: "/review/queue",
    cookie: `${cookie}; ${flash}`,
  });
  expect(page.data?.flash).toEqual({
    kind: "notice",
    text: "Nothing is left to take.",
  });
  expect(page.headers.get("Set-Cookie")).toMatch(
    /Max-Age=0|Expires=Thu, 01 Jan 1970/,
  );
});

test("a flash that somebody made up is not shown", async () => {
  const { context } = await givenTeam();
  const { cookie } = await signInAs(context, "reviewer");
  const forged = Buffer.from(
    JSON.stringify({ __flash_flash__: { kind: "success", text: "Forged" } }),
  ).toString("base64");
  const page = await ask(layout, {
    context,
    path: "/review/queue",
    cookie: `${cookie}; heard-flash=${forged}.c2lnbmF0dXJl`,
  });
  expect(page.data?.flash).toBeUndefined();
});

test("a reference typed into the search opens the response", async () => {
  const { context, references } = await givenTeam();
  const { cookie } = await signInAs(context, "reviewer");
  const typed = (references[1] ?? "").toLowerCase().replaceAll("-", " ");
  const reply = await ask(queue, {
    context,
    path: `/review/queue?q=${encodeURIComponent(typed)}`,
    cookie,
  });
  expect(reply.location).toMatch(
    new RegExp(`^/review/responses/${references[1]}\\?from=`),
  );
});

test("the list says what it left out of an address, and shows what is left", async () => {
  const { context, references } = await givenTeam();
  const { cookie } = await signInAs(context, "reviewer");
  const { status, data } = await ask(queue, {
    context,
    path: "/review/queue?state=eaten&tag=999",
    cookie,
  });
  expect(status).toBe(200);
  expect(data?.notices).toEqual([
    "The address asked for a state and tag that are not there. The list is shown without.",
  ]);
  expect(data?.rows).toMatchObject(
    references.map((reference) => ({ reference })),
  );
});

test("the queue holds nothing of who sent a response", async () => {
  const { db, context } = await givenTeam();
  const canary = "canary.zebra@example.org";
  await db
    .insertInto("identities")
    .values({
      response_id: 1,
      question_id: "email",
      value: JSON.stringify(canary),
    })
    .execute();
  const { cookie } = await signInAs(context, "admin");
  const page = await ask(queue, { context, path: "/review/queue", cookie });
  expect(JSON.stringify(page.data)).not.toContain("zebra");
});

test("who sent a response is shown by a post that names a purpose, which is written down", async () => {
  const { db, context, references } = await givenTeam();
  const { cookie } = await signInAs(context, "lead");
  const asked = {
    context,
    path: "/review/responses/x/identity",
    params: { reference: references[0] ?? "" },
    cookie,
  };
  expect((await ask(identityPage, asked)).status).toBe(200);
  const bare = await ask(identity, { ...asked, form: {} });
  expect(bare).toMatchObject({
    status: 400,
    data: { errors: { purpose: "Choose why you need to know" } },
  });
  expect(await selectStaffEvents(db)).toEqual([]);
  const read = await ask(identity, {
    ...asked,
    form: { purpose: "safeguarding" },
  });
  expect(read.status).toBe(200);
  expect(await selectStaffEvents(db)).toEqual([
    ["response.identity-read", { purpose: "safeguarding" }],
  ]);
});

test("a failed job is shown to a lead and put back in line", async () => {
  const { db, context } = await givenTeam();
  await db
    .updateTable("jobs")
    .set({ state: "failed" })
    .where("id", "=", 1)
    .execute();
  const { cookie } = await signInAs(context, "lead");
  const asked = { context, path: "/review/work", cookie };
  expect((await ask(work, asked)).data?.failed).toMatchObject([
    { id: 1, label: "Making a response searchable" },
  ]);
  await ask(retry, { ...asked, form: { jobId: "1" } });
  expect((await ask(work, asked)).data?.failed).toEqual([]);
});

type FoundRow = {
  reference: string;
  href: string;
  excerpt: { text: string }[];
};

test("a search says where a hit stands that is not in the answers, and for a sign alone that there is nothing to search for", async () => {
  const { db, context, references } = await givenTeam();
  const { cookie } = await signInAs(context, "reviewer");
  const texts = [
    { answers: "See the file.", attachments: "An elephant came." },
    { answers: "An elephant.", attachments: "" },
    { answers: "No, ".repeat(15_000) + "elephant", attachments: "" },
  ];
  await db.transaction().execute(async (trx) => {
    for (const [index, text] of texts.entries())
      await replaceSearchText(trx, index + 1, text);
  });
  const search = async (q: string) => {
    const path = `/review/queue?state=all&q=${encodeURIComponent(q)}`;
    const { data } = await ask(queue, { context, path, cookie });
    return data as { rows: FoundRow[]; emptyWords?: string; heading: string };
  };
  const { rows: found } = await search("elephant");
  expect(found.map(({ reference }) => reference)).toEqual(references);
  expect(found.map(({ excerpt }) => excerpt[0]?.text)).toEqual([
    "In a file: ",
    "An ",
    "Found further on. It begins: ",
  ]);
  expect(found[1]?.href).toContain("q=elephant");
  expect(await search("👍")).toMatchObject({
    rows: [],
    heading: "0 responses match “👍”",
    emptyWords:
      "There is nothing to search for in “👍”. Type at least one word or number.",
  });
});
