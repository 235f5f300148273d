import { type ActionFunction, data, redirect } from "@remix-run/node";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { giveBackUnsaved } from "#app/http/request/unsaved-form.server.ts";
import { action as decide } from "#app/routes/review.responses.$reference_.case_.decide.tsx";
import { action as flag } from "#app/routes/review.responses.$reference_.safeguarding.tsx";
import type { Fields } from "#tests/asking/browser.ts";
import { routes } from "#tests/asking/forms.ts";
import { ask } from "#tests/asking/routes.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { givenBack, givenPortal, typed } from "#tests/given/troubled-portal.ts";

const asAction = (run: ActionFunction): ActionFunction =>
  giveBackUnsaved(run) as ActionFunction;

describe("a form that comes to nothing for another reason", () => {
  const fields: Fields = [
    ["body", typed],
    ["tagIds", "1"],
    ["tagIds", "2"],
    ["reason", "At risk"],
  ];

  test("meets a fault of ours: it is given back with 500, and the log has no word of it", async () => {
    let log = "";
    const logger = pino({}, { write: (line) => (log += line) });
    const context = { ...(await givenPortal()).context, logger };
    const run = asAction(() => {
      throw new RangeError(typed);
    });
    const reply = await ask(run, { context, path: "/review/x", form: fields });
    expect(reply.status).toBe(500);
    expect(reply.data).toEqual({
      unsaved: {
        reason: "fault",
        action: "/review/x",
        fields: givenBack(fields),
        hadFiles: false,
      },
    });
    expect(log).toContain("RangeError");
    expect(log).not.toContain("What I wrote");
  });

  test.each([
    [404, "not-found", data(null, { status: 404 })],
    [404, "not-found", data(null, 404)],
    [403, "not-allowed", new Response("No", { status: 403 })],
    [400, "not-read", data(null, { status: 400 })],
    [500, "fault", new Response("No", { status: 500 })],
  ])("is answered %i and given back: %s", async (status, reason, thrown) => {
    const { context } = await givenPortal();
    const run = asAction(() => {
      throw thrown;
    });
    const path = "/review/x?from=y";
    const reply = await ask(run, { context, path, form: fields });
    expect(reply.status).toBe(status);
    expect(reply.data).toMatchObject({
      unsaved: { reason, action: path, fields: givenBack(fields) },
    });
  });

  test("as when a response is gone, or a role has changed, while somebody writes", async () => {
    const { context, params } = await givenPortal();
    const { cookie } = await signInAs(context, "reviewer");
    const proposed: Fields = [
      ["intent", "propose"],
      ["words", typed],
    ];
    const lead = await signInAs(context, "lead");
    const send = (reference = "", by = cookie) =>
      ask(asAction(decide), {
        context,
        path: `/review/responses/${reference}/case/decide`,
        params: { reference },
        cookie: by,
        form: proposed,
      });
    const flagged = { context, params, cookie, path: "/review/x" };
    const raise = { intent: "raise", reason: "At risk" };
    await ask(flag, { ...flagged, form: raise });
    const refused = await send(params.reference);
    expect(refused.status).toBe(403);
    const unsaved = { unsaved: { fields: givenBack(proposed) } };
    expect(refused.data).toMatchObject(unsaved);
    const gone = await send("AAAA-AAAA", lead.cookie);
    expect(gone.status).toBe(404);
    expect(gone.data).toMatchObject(unsaved);
  });

  test("where nothing was typed, stays what it was", async () => {
    const { context } = await givenPortal();
    const run = asAction(() => {
      throw new RangeError("a fault of ours");
    });
    for (const form of [[["intent", "claim"]], []] satisfies Fields[])
      await expect(ask(run, { context, path: "/", form })).rejects.toThrow(
        "a fault of ours",
      );
    const led = asAction(() => redirect("/review/queue", 303));
    const reply = await ask(led, { context, path: "/", form: fields });
    expect(reply.location).toBe("/review/queue");
  });

  test("as every action of ours whose page may hold words: each has a page to show them on", async () => {
    const without: string[] = [];
    for (const { name, load } of routes) {
      const module = await load();
      if (module.action && !module.default) without.push(name);
    }
    expect(without).toEqual([
      // A script asks, and has the words itself.
      "_public.respond.$call.$page_.typed.ts",
      // A tick, and no words.
      "review.account_.notices.ts",
      // A script asks here too.
      "review.account_.passkeys_.options.ts",
      // A press on a line of a list, and a file for an answer.
      "review.entries_.emails_.$email_.original.ts",
      "review.exports_.$export_.cancel.ts",
      "review.exports_.$export_.file.ts",
      "review.files.$attachment.tsx",
      // A press, and no words.
      "review.responses.$reference_.redact_.looked.tsx",
      "review.sign-out.tsx",
      // One choice from a list, and a file for an answer.
      "review.tags_.$tag_.csv.ts",
      // A device signs, and a script sends it.
      "review_.passkey.ts",
    ]);
  });
});
