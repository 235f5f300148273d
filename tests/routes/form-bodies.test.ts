import http from "node:http";
import { Readable } from "node:stream";
import type { Request, Response } from "express";
import { expect, test } from "vitest";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";

const path = "/respond/advice/what-first";

async function startBehindGates(
  answer = (request: Request, response: Response) =>
    void response.send(String(request.urlencodedBody)),
) {
  const context = await makeTestContext(openTestDatabase().db);
  let reachedCount = 0;
  const started = await startGates(context, (request, response) => {
    reachedCount += 1;
    answer(request, response);
  });
  const headers = { ...fromOwnPage(started.address), ...urlencoded };
  return { ...started, headers, reachedCount: () => reachedCount };
}

test("a form has been read when it comes to its route, in however many pieces it came", async () => {
  const { address, headers } = await startBehindGates();
  const post = async (body: string | Readable) =>
    (await send(address + path, { method: "POST", headers, body })).body;
  expect(await post("a=first&b=%C3%A9")).toBe("a=first&b=%C3%A9");
  const letter = Buffer.from("é");
  const pieces = Readable.from([letter.subarray(0, 1), letter.subarray(1)]);
  expect(await post(pieces)).toBe("é");
  expect(await post("")).toBe("undefined");
});

test("one that breaks off, or is too long, does not come to it", async () => {
  const { address, port, headers, reachedCount } = await startBehindGates();
  const host = new URL(address).host;
  const broken = http.request({
    host: "127.0.0.1",
    port,
    path,
    method: "POST",
    headers: { host, ...headers, "content-length": "100" },
  });
  broken.on("error", () => undefined);
  broken.write("a=1", () => setTimeout(() => broken.destroy(), 50));
  await new Promise((resolve) => broken.once("close", resolve));
  const long = Readable.from([Buffer.alloc(15_000), Buffer.alloc(15_000)]);
  const refused = await send(`${address}/respond/advice/check`, {
    method: "POST",
    headers,
    body: long,
  });
  expect(refused.status).toBe(413);
  const after = await send(address + path, {
    method: "POST",
    headers,
    body: "a=2",
  });
  expect([after.body, reachedCount()]).toEqual(["a=2", 1]);
});

test("where the route itself fails, its words are given back", async () => {
  const { address, headers } = await startBehindGates(() => {
    throw Object.assign(new Error("busy"), { code: "SQLITE_BUSY" });
  });
  const answer = await send(address + path, {
    method: "POST",
    headers,
    body: "a=What+I+typed",
  });
  expect(answer.status).toBe(503);
  expect(answer.body).toContain("What I typed");
});
