import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { CompiledQuery } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { giveBackUnsaved } from "#app/http/request/unsaved-form.server.ts";
import { action as answerPage } from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as responsePage } from "#app/routes/review.responses.$reference.tsx";
import { action as addNote } from "#app/routes/review.responses.$reference_.notes.tsx";
import { action as triage } from "#app/routes/review.responses.$reference_.triage.tsx";
import { action as addTag } from "#app/routes/review.tags.tsx";
import { action as signIn } from "#app/routes/review_.sign-in.tsx";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { holdWriteLock } from "#tests/given/write-lock.ts";

const typed = "What I wrote for an hour.\nAnd a second line <b>of it</b>.";

async function givenPortal() {
  const { file, db: first } = openTestDatabase();
  await first.destroy();
  const db = openDatabase(file, { patienceMilliseconds: 50 });
  onTestFinished(() => db.destroy());
  const context = await makeTestContext(db);
  const { references } = await givenQueue(db, 2);
  const call = await givenCall(db);
  const staff = await signInAs(context, "lead");
  const params = { reference: references[1] ?? "" };
  return { context, file, staff, params, call };
}

type Portal = Awaited<ReturnType<typeof givenPortal>>;

const asAction = (run: ActionFunction): ActionFunction =>
  giveBackUnsaved(run) as ActionFunction;

const forms: [
  title: string,
  run: ActionFunction,
  path: (portal: Portal) => string,
  fields: Record<string, string>,
][] = [
  [
    "an answer",
    answerPage,
    ({ call }) => `/respond/${call.slug}/about-you?from=check`,
    { "respondent-kind": "parent", "what-first": typed, intent: "continue" },
  ],
  [
    "a note",
    addNote,
    ({ params }) => `/review/responses/${params.reference}/notes`,
    { body: typed },
  ],
  [
    "a decision",
    triage,
    ({ params }) => `/review/responses/${params.reference}/triage`,
    { state: "triaged", note: typed, rowVersion: "1" },
  ],
  [
    "a tag",
    addTag,
    () => "/review/tags",
    { name: "Housing", definition: typed, parentId: "" },
  ],
];

test.each(forms)(
  "%s that has no turn is given back as it was typed, with 503",
  async (_title, run, path, fields) => {
    const portal = await givenPortal();
    const { context, staff, params, call } = portal;
    const lock = holdWriteLock(portal.file);
    const reply = await ask(asAction(run), {
      context,
      path: path(portal),
      params: { ...params, call: call.slug, page: "about-you" },
      cookie: staff.cookie,
      form: fields,
    });
    lock.release();
    expect(reply.status).toBe(503);
    expect(reply.headers.get("Retry-After")).toBe("10");
    expect(reply.data).toEqual({
      unsaved: {
        reason: "busy",
        action: path(portal),
        fields: Object.entries(fields),
        hadFiles: false,
      },
    });
  },
);

test("a form that meets a full disk is given back with 507", async () => {
  const { context, call } = await givenPortal();
  await fillDisk(context);
  const fields = { "what-first": typed.repeat(500), intent: "continue" };
  const path = `/respond/${call.slug}/about-you`;
  const reply = await ask(asAction(answerPage), {
    context,
    path,
    params: { call: call.slug, page: "what-first" },
    form: fields,
  });
  expect(reply.status).toBe(507);
  expect(reply.data).toMatchObject({
    unsaved: { reason: "disk", action: path, fields: Object.entries(fields) },
  });
});

test("a password is not given back", async () => {
  const { context, file } = await givenPortal();
  const form = { email: "jo@review.example", password: "not to be shown" };
  const lock = holdWriteLock(file);
  // Whatever the sign-in itself does with a locked database, this is what would be shown.
  const failing: ActionFunction = async (args) => {
    await args.request.text();
    await context.db.deleteFrom("jobs").execute();
    return signIn(args);
  };
  const path = "/review/sign-in";
  const reply = await ask(asAction(failing), { context, path, form });
  lock.release();
  expect(reply.status).toBe(503);
  expect(JSON.stringify(reply.data)).toContain("jo@review.example");
  expect(JSON.stringify(reply.data)).not.toContain("not to be shown");
});

test("a page that has to be written down before it is shown says so, and has no form", async () => {
  const portal = await givenPortal();
  const lock = holdWriteLock(portal.file);
  const reply = await ask(giveBackUnsaved(responsePage) as LoaderFunction, {
    context: portal.context,
    path: `/review/responses/${portal.params.reference}`,
    params: portal.params,
    cookie: portal.staff.cookie,
  });
  lock.release();
  expect(reply.status).toBe(503);
  expect(reply.data).toEqual({
    unsaved: { reason: "busy", fields: [], hadFiles: false },
  });
});

test("another error stays what it was", async () => {
  const { context } = await givenPortal();
  const run = asAction(() => {
    throw new RangeError("a fault of ours");
  });
  const asked = ask(run, { context, path: "/", form: { a: "b" } });
  await expect(asked).rejects.toThrow("a fault of ours");
});

async function fillDisk({ db }: RequestContext) {
  const { rows } = await db.executeQuery<{ page_count: number }>(
    CompiledQuery.raw("pragma page_count"),
  );
  const count = rows[0]?.page_count;
  await db.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${count}`));
}

test("files that were turned away before are among those to be chosen again", async () => {
  const { context } = await givenPortal();
  const answered = (originalName?: string) =>
    ask(
      asAction(() => {
        throw new CannotSaveError("disk", "SQLITE_FULL");
      }),
      {
        context: {
          ...context,
          receivedForm: {
            fields: new FormData(),
            stagedFiles: [],
            refusedParts: [
              { questionId: "a", originalName, reason: "no-room" },
            ],
          },
        },
        path: "/respond/a/b",
        form: {},
      },
    );
  expect(await answered("a.pdf")).toMatchObject({
    status: 507,
    data: { unsaved: { hadFiles: true } },
  });
  expect(await answered()).toMatchObject({
    data: { unsaved: { hadFiles: false } },
  });
});
