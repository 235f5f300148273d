import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { uploadPaths } from "#app/http/gate/receive-uploads.server.ts";

/** The address of a route's module; an id of the review side is a number, and a call's name may be one. */
function addressOf(file: string): string {
  const [, name = ""] = /^app\/routes\/(.+?)(\.tsx?$|\/)/.exec(file) ?? [];
  const parts = name.split(".").filter((part) => !part.startsWith("_"));
  return `/${parts.map((part) => part.replace(/_$/, "").replace(/^\$.+/, "7")).join("/")}`;
}

test("every form that reads a file has an address at which files are taken", () => {
  const readers = Object.keys(
    import.meta.glob("../app/routes/**/*.{ts,tsx}"),
  ).map((file) => file.slice(3));
  const addresses = readers
    .filter((file) =>
      /\b(stagedFiles|tellLostFile|takeFileAsText)\b/.test(
        readFileSync(file, "utf8"),
      ),
    )
    .map(addressOf);
  expect(addresses).toContain("/review/calls/new/file");
  expect(addresses).toContain("/respond/7/7");
  expect(addresses.filter((one) => !uploadPaths.test(one))).toEqual([]);
});
