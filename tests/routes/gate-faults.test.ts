import { truncateSync } from "node:fs";
import path from "node:path";
import type { Request } from "express";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import { copyMigratedFile } from "#tests/setup/migrated-database.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

/** A database whose disk gives back only the beginning of it. */
function openBrokenDatabase() {
  const broken = path.join(makeTestFolder(), "heard.sqlite");
  copyMigratedFile(broken);
  const db = openDatabase({ file: broken });
  onTestFinished(() => db.destroy());
  truncateSync(broken, 8_192);
  return db;
}

async function startBrokenGates() {
  const context = await makeTestContext(openBrokenDatabase());
  let form: ReceivedForm | undefined;
  const { address } = await startGates(context, (request, response) => {
    form = (request as Request).receivedForm;
    response.send("let in");
  });
  const post = (target: string, type: string, body: string | Buffer) =>
    send(`${address}${target}`, {
      method: "POST",
      headers: { ...fromOwnPage(address), "content-type": type },
      body,
    });
  return { post, form: () => form };
}

const broken = { cookie: `heard-draft=${"A".repeat(43)}` };

test.each(["/respond/advice/what-first", "/review/responses/H-1/notes"])(
  "where the database cannot be read, a form to %s comes to its route, which can give it back",
  async (target) => {
    const { post } = await startBrokenGates();
    const answer = await post(target, urlencoded["content-type"], "a=typed");
    expect([answer.status, answer.body]).toEqual([200, "let in"]);
  },
);

test("so does one with a file, which is not put on disk", async () => {
  const { post, form } = await startBrokenGates();
  const type = `multipart/form-data; boundary=${boundary}`;
  const body = writeBody([file(1_000), text("what-first", "Typed")]);
  expect((await post("/respond/advice/files", type, body)).status).toBe(200);
  expect(form()?.fields.get("what-first")).toBe("Typed");
  expect(form()).toMatchObject({
    stagedFiles: [],
    refusedParts: [{ reason: "no-room" }],
  });
});

test.each(["//", "//respond/advice/what-first", "/\\", "//:0/", "//[", "/%"])(
  "a form to %j is answered like one to any address",
  async (target) => {
    const { db } = openTestDatabase();
    const { address } = await startGates(await makeTestContext(db));
    const headers = { ...fromOwnPage(address), ...urlencoded, ...broken };
    const answer = await send(address, {
      method: "POST",
      target,
      headers,
      body: "a=1",
    });
    expect(answer.status).toBeLessThan(500);
  },
);
