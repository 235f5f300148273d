import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

const { home, server } = givenServer();

const page = "/respond/call-for-advice/about-you";
const at = (path: string) => `${home.address}${path}`;

describe("a form is taken only from our own pages", () => {
  const foreign: [title: string, headers: Record<string, string>][] = [
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["Origin: null", { origin: "null" }],
    ["neither Origin nor Sec-Fetch-Site", {}],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a same-site sibling", { "sec-fetch-site": "same-site" }],
  ];
  const paths = [page, `${page}.data`, "/review/sign-in", "/", "/nope"];
  const table = foreign.flatMap(([title, headers]) =>
    paths.map((path) => ({ title, headers, path })),
  );

  test.each(table)("POST $path with $title is refused", async (row) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await send(at(row.path), {
        method,
        headers: { ...urlencoded, ...row.headers },
        body: "what-first=x",
      });
      expect([method, answer.status]).toEqual([method, 403]);
    }
  });

  test("a foreign Origin with the same forwarded host is refused", async () => {
    const answer = await send(at(page), {
      method: "POST",
      headers: {
        ...urlencoded,
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
      },
    });
    expect(answer.status).toBe(403);
  });

  test("`?_data=` is answered on no path", async () => {
    for (const path of ["/", page, "/review/queue"]) {
      const answer = await send(at(`${path}?_data=routes%2Freview.queue`));
      expect(answer.status).toBe(400);
    }
  });
});

describe("a name this portal does not have is refused", () => {
  test.each([
    { host: "evil.example" },
    { host: "localhost" },
    { host: "localhost:99999999" },
    { host: "localhost:80@evil.example" },
  ])("Host $host", async (headers) => {
    const answer = await send(at("/"), { headers });
    expect(answer.status).toBe(421);
    expect(answer.body).not.toContain("evil");
  });

  const forwarded: Record<string, string>[] = [
    { "x-forwarded-host": "evil.example:1234" },
    { "x-forwarded-host": "x:99999999" },
    { "x-forwarded-port": "99999999" },
  ];

  test.each(forwarded)(
    "forwarded names change nothing: %o",
    async (headers) => {
      const answer = await send(at("/"), { headers });
      expect(answer.status).toBe(200);
      expect(answer.body).not.toContain("evil");
    },
  );
});

describe("a body is capped on every route", () => {
  const chunk = Buffer.alloc(64 * 1024, 0x30);
  const size = 1600 * chunk.length;
  const paths = ["/", "/review/sign-in", page, `${page}.data`, "/nope"];

  /** Zeros that are made as they are read, so that the test itself holds none. */
  function manyBytes(byteSize: number) {
    let left = byteSize;
    return new Readable({
      read() {
        left -= chunk.length;
        this.push(left >= 0 ? chunk : null);
      },
    });
  }

  test.each(paths)("%s refuses a declared 100 MB at once", async (path) => {
    const answer = await send(at(path), {
      method: "POST",
      headers: {
        ...fromOwnPage(home.address),
        ...urlencoded,
        "content-length": String(size),
      },
      body: manyBytes(size),
    });
    expect(answer.status).toBe(413);
  });

  const types = [
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
  ];
  const inChunks = paths.flatMap((path) =>
    types.map((type) => ({ path, type })),
  );

  test.each(inChunks)(
    "$path does not take 100 MB in chunks as $type",
    async ({ path, type }) => {
      const before = server.residentMegabytes();
      const answer = await send(at(path), {
        method: "POST",
        headers: { ...fromOwnPage(home.address), "content-type": type },
        body: manyBytes(size),
      });
      // Where nothing reads the body, it is answered unread.
      expect([400, 404, 405, 413, 415]).toContain(answer.status);
      expect(server.residentMegabytes() - before).toBeLessThan(50);
      expect(server.hasEnded()).toBe(false);
    },
  );
});
