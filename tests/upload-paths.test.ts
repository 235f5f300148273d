import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { uploadPaths } from "#app/http/gate/receive-uploads.server.ts";

/** The addresses of all routes, with the module that answers each. */
const routes = readFileSync("tests/route-map.txt", "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, address, file] = /^ +(\S+) {2}(routes\/\S+)$/.exec(line) ?? [];
    return address && file ? [{ address, file: `app/${file}` }] : [];
  });

/** A route's module, and those beside it in its folder. */
function textOf(file: string): string {
  if (!/\/route\.tsx?$/.test(file)) return readFileSync(file, "utf8");
  const folder = path.dirname(file);
  const all = readdirSync(folder).map((name) => path.join(folder, name));
  return all.map((one) => readFileSync(one, "utf8")).join("\n");
}

test("every form that reads a file has an address at which files are taken", () => {
  const readers = routes.filter(({ file }) =>
    /\bstagedFiles\b|\btellLostFile\b/.test(textOf(file)),
  );
  expect(readers.length).toBeGreaterThan(9);
  // An id of the review side is a number, and a call's address may be one.
  const addresses = readers.map(
    ({ address }) => `/${address.replace(/:\w+/g, "7")}`,
  );
  expect(addresses.filter((one) => !uploadPaths.test(one))).toEqual([]);
});
