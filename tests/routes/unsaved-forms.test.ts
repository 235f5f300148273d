import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { expect, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import { readEveryField } from "#app/http/request/received-form.server.ts";
import { giveBackUnsaved } from "#app/http/request/unsaved-form.server.ts";
import { loader as responsePage } from "#app/routes/review.responses.$reference.tsx";
import { action as addNote } from "#app/routes/review.responses.$reference_.notes.tsx";
import { action as triage } from "#app/routes/review.responses.$reference_.triage.tsx";
import { action as addTag } from "#app/routes/review.tags.tsx";
import { action as signIn } from "#app/routes/review_.sign-in.tsx";
import type { Fields } from "#tests/asking/browser.ts";
import { ask } from "#tests/asking/routes.ts";
import {
  fillDisk,
  givenBack,
  givenPortal,
  typed,
} from "#tests/given/troubled-portal.ts";
import { holdWriteLock } from "#tests/given/write-lock.ts";

type Portal = Awaited<ReturnType<typeof givenPortal>>;

const asAction = (run: ActionFunction): ActionFunction =>
  giveBackUnsaved(run) as ActionFunction;

const forms: [
  title: string,
  run: ActionFunction,
  path: (portal: Portal) => string,
  fields: Fields,
][] = [
  [
    "a note, and what stands in the other parts of the page",
    addNote,
    ({ params }) => `/review/responses/${params.reference}/notes`,
    [
      ["wholePage", "yes"],
      ["body", typed],
      ["tagIds", "1"],
      ["tagIds", "2"],
      ["reason", "A child may be at risk."],
    ],
  ],
  [
    "a decision",
    triage,
    ({ params }) => `/review/responses/${params.reference}/triage`,
    [
      ["state", "triaged"],
      ["note", typed],
      ["rowVersion", "1"],
    ],
  ],
  [
    "a tag",
    addTag,
    () => "/review/tags",
    [
      ["name", "Housing"],
      ["definition", typed],
      ["parentId", ""],
    ],
  ],
];

test.each(forms)(
  "%s that has no turn is given back as it was typed, with 503",
  async (_title, run, path, fields) => {
    const portal = await givenPortal();
    const { context, staff, params } = portal;
    const lock = await holdWriteLock(portal.place);
    const reply = await ask(asAction(run), {
      context,
      path: path(portal),
      params,
      cookie: staff.cookie,
      form: fields,
    });
    await lock.release();
    expect(reply.status).toBe(503);
    expect(reply.headers.get("Retry-After")).toBe("10");
    expect(reply.data).toEqual({
      unsaved: {
        reason: "busy",
        action: path(portal),
        fields: givenBack(fields),
        hadFiles: false,
      },
    });
  },
);

test("a form that meets a full disk is given back with 507", async () => {
  const { context, staff, params } = await givenPortal();
  await fillDisk(context);
  const fields: Fields = [["body", typed.repeat(100)]];
  const path = `/review/responses/${params.reference}/notes`;
  const reply = await ask(asAction(addNote), {
    context,
    path,
    params,
    cookie: staff.cookie,
    form: fields,
  });
  expect(reply.status).toBe(507);
  expect(reply.data).toMatchObject({
    unsaved: { reason: "disk", action: path, fields: givenBack(fields) },
  });
});

test("a password is not given back", async () => {
  const { context, place } = await givenPortal();
  const form = { email: "jo@review.example", password: "not to be shown" };
  const lock = await holdWriteLock(place);
  // Whatever the sign-in itself does with a locked database, this is what would be shown.
  const failing: ActionFunction = async (args) => {
    await readEveryField(args);
    await context.db.deleteFrom("jobs").execute();
    return signIn(args);
  };
  const path = "/review/sign-in";
  const reply = await ask(asAction(failing), { context, path, form });
  await lock.release();
  expect(reply.status).toBe(503);
  expect(JSON.stringify(reply.data)).toContain("jo@review.example");
  expect(JSON.stringify(reply.data)).not.toContain("not to be shown");
});

test("a page that has to be written down before it is shown says so, and has no form", async () => {
  const portal = await givenPortal();
  const lock = await holdWriteLock(portal.place);
  const reply = await ask(giveBackUnsaved(responsePage) as LoaderFunction, {
    context: portal.context,
    path: `/review/responses/${portal.params.reference}`,
    params: portal.params,
    cookie: portal.staff.cookie,
  });
  await lock.release();
  expect(reply.status).toBe(503);
  expect(reply.data).toEqual({
    unsaved: { reason: "busy", fields: [], hadFiles: false },
  });
});

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
