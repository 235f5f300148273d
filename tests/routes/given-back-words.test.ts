import type { Request } from "express";
import { beforeEach, describe, expect, test } from "vitest";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import type { Fields } from "#tests/asking/browser.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { readGivenBack } from "#tests/asking/plain-pages.ts";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";

const typed = '\n  An hour of "writing" & <b>more</b>.\nAnd a second line.';
const fields: Fields = [
  ["rowVersion", "3"],
  ["body", typed],
  ["tagIds", "1"],
  ["tagIds", "2"],
  ["reason", "A child may be at risk."],
];
const words = [typed, "A child may be at risk."];
const notes = "/review/responses/H-1/notes";

let context: RequestContext;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db);
});

type Posted = {
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  fault?: Error;
};

async function openPortal() {
  let received: ReceivedForm | undefined;
  let fault: Error | undefined;
  const { address } = await startGates(context, (request, response) => {
    if (fault) throw fault;
    received = (request as Request).receivedForm;
    response.send("let in");
  });
  const post = async (posted: Posted = {}) => {
    fault = posted.fault;
    const answer = await send(`${address}${posted.path ?? notes}`, {
      method: "POST",
      headers: { ...fromOwnPage(address), ...urlencoded, ...posted.headers },
      body: posted.body ?? new URLSearchParams(fields).toString(),
    });
    return { ...answer, ...readGivenBack(answer.body) };
  };
  const own = fromOwnPage(address);
  return { post, own, received: () => received };
}

const whole = { action: notes, fields, shown: words };

describe("a form that is refused before its route is given back, to be sent again", () => {
  test("where too many have come: 429", async () => {
    context.env = { ...context.env, postsPerHour: 1 };
    const { post } = await openPortal();
    await post();
    const refused = await post();
    expect(refused).toMatchObject({ status: 429, ...whole });
    expect(refused.body).toContain("What you typed is below");
    // Who signs in once more keeps what waits for it, and types the password again.
    const held = "=%2Freview%2Fx&body=An+hour";
    const signIn = new URLSearchParams({ held, email: "a@b.example" });
    signIn.append("password", "not to be shown");
    const again = await post({
      path: "/review/sign-in",
      body: signIn.toString(),
    });
    expect(again).toMatchObject({
      status: 429,
      action: "/review/sign-in",
      fields: [
        ["held", held],
        ["email", "a@b.example"],
      ],
    });
    expect(again.body).not.toContain("not to be shown");
  });

  test.each([
    [500, new RangeError(typed)],
    [503, new CannotSaveError("busy", "SQLITE_BUSY")],
    [507, new CannotSaveError("disk", "SQLITE_FULL")],
  ])("where something fails before it: %i", async (status, fault) => {
    const { post } = await openPortal();
    const refused = await post({ fault });
    expect(refused).toMatchObject({ status, ...whole });
  });

  test("where it is too long: 413, with as much of it as may be sent", async () => {
    const { post } = await openPortal();
    const long = "an hour – ".repeat(60_000);
    const body = new URLSearchParams([...fields, ["note", long]]).toString();
    const refused = await post({ body });
    expect(refused.status).toBe(413);
    expect(refused.action).toBe(notes);
    expect(refused.fields.slice(0, -1)).toEqual(fields);
    const [name, cut = ""] = refused.fields.at(-1) ?? [];
    expect(name).toBe("note");
    expect(cut.length).toBeGreaterThan(100_000);
    expect(long.startsWith(cut)).toBe(true);
    const shorter: Fields = refused.fields.map(([of, value]) => [
      of ?? "",
      value ?? "",
    ]);
    const again = await post({
      body: new URLSearchParams(shorter).toString(),
    });
    expect(again).toMatchObject({ status: 200, body: "let in" });
  });

  test("where nothing was typed, the page says no more than before", async () => {
    const { post } = await openPortal();
    const refused = await post({ fault: new Error(), body: "intent=claim" });
    expect(refused).toMatchObject({ status: 500, shown: [], fields: [] });
    expect(refused.action).toBeUndefined();
  });
});

test("more files than a form may hold take none of its words with them", async () => {
  context.env = { ...context.env, maxAttachmentBytes: 10_000 };
  const { post, received } = await openPortal();
  const answer = await post({
    path: "/respond/advice/files",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: writeBody([file(150_000), text("about", typed), text("more", "B")]),
  });
  expect(answer.status).toBe(200);
  expect([...(received()?.fields ?? [])]).toEqual([
    ["about", typed],
    ["more", "B"],
  ]);
});

describe("a form that does not come from our own page is given back to be copied only", () => {
  const without = { origin: "null", "sec-fetch-site": "same-origin" };

  test("where the browser hides where it came from: 403", async () => {
    const { post } = await openPortal();
    const refused = await post({ headers: without });
    expect(refused.status).toBe(403);
    expect(refused.shown).toEqual(words);
    expect(refused.action).toBeUndefined();
    expect(refused.body).not.toContain("<form");
  });

  test("with its files left out, and the words after them", async () => {
    const { post } = await openPortal();
    const multipart = `multipart/form-data; boundary=${boundary}`;
    const refused = await post({
      path: "/respond/advice/files",
      headers: { ...without, "content-type": multipart },
      body: writeBody([
        text("about", typed),
        file(5_000),
        text("themes", "money"),
        text("themes", "moves"),
        file(7_000_000),
      ]),
    });
    expect(refused.status).toBe(403);
    expect(refused.shown).toEqual([typed, "money", "moves"]);
  });

  test("where another site sent it, however long, not even that", async () => {
    const { post } = await openPortal();
    for (const body of [undefined, "body=An+evil+word".padEnd(500_000)]) {
      const refused = await post({
        headers: {
          origin: "https://evil.example",
          "sec-fetch-site": "cross-site",
        },
        ...(body && { body }),
      });
      expect(refused).toMatchObject({ status: 403, shown: [] });
      expect(refused.body).not.toContain("<form");
    }
  });

  test("where it is of a kind that we do not read: 415", async () => {
    const { post } = await openPortal();
    const plain = { "content-type": "text/plain" };
    const body = `body=${typed}`;
    const refused = await post({ headers: plain, body });
    expect(refused).toMatchObject({ status: 415, shown: [body] });
    expect(refused.body).not.toContain("<form");
  });
});
