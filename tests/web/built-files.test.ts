import { readdirSync, readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { send } from "#tests/asking/http.ts";
import { givenServer } from "#tests/given/started-server.ts";

const { home } = givenServer();
const folder = "build/client/assets";
const names = readdirSync(folder);
const styles = names.filter((name) => name.endsWith(".css"));

const ask = (name: string, headers: Record<string, string>) =>
  send(`${home.address}/assets/${name}`, { headers });

const ways = [
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip, deflate", "gzip", gunzipSync],
  ["", undefined, (bytes: Buffer) => bytes],
] as const;

test.each(ways)(
  "a browser that takes %j is sent %s, and reads the same",
  async (accepted, encoding, open) => {
    expect(styles.length).toBeGreaterThan(1);
    for (const name of styles) {
      const { status, headers, bytes } = await ask(name, {
        "accept-encoding": accepted,
      });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        "cache-control": "public, max-age=31536000, immutable",
        "content-type": "text/css",
        vary: "Accept-Encoding",
        "x-content-type-options": "nosniff",
      });
      expect(headers["content-encoding"]).toBe(encoding);
      expect(Number(headers["content-length"])).toBe(bytes.length);
      expect(open(bytes)).toEqual(readFileSync(`${folder}/${name}`));
    }
  },
);

test("what a browser has already is not sent again", async () => {
  const [name = ""] = styles;
  const { headers } = await ask(name, { "accept-encoding": "br" });
  const again = await ask(name, {
    "accept-encoding": "br",
    "if-none-match": headers.etag ?? "",
  });
  expect(again).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
});

test.each(["/assets", "/assets/", "/assets/..%2fserver%2findex.js", "/.vite"])(
  "what no browser is to have is not found: %s",
  async (path) => {
    const { status } = await send(`${home.address}${path}`, {});
    expect(status).toBe(404);
  },
);

test("a style sheet is no address to send a form to", async () => {
  const { status } = await send(`${home.address}/assets/${styles[0]}`, {
    method: "POST",
    headers: { origin: home.address },
  });
  expect(status).not.toBe(200);
});
