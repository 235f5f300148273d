import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keepDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { readImports } from "#tests/setup/import-lines.ts";

/*
 * A page that is kept is given to everybody who brings no cookie of ours
 * (docs/decisions/206). What else of a request it came from would be another's.
 */

const keptRoutes = [
  "app/root.tsx",
  "app/routes/_public.tsx",
  "app/routes/_public._index.tsx",
  "app/routes/_public.$page.tsx",
  "app/routes/_public.accessibility.tsx",
  "app/routes/_public.calls.$call.tsx",
  "app/routes/_public.calls.$call_.questions.tsx",
  "app/routes/_public.privacy.tsx",
];

/** What a file loads on the server, itself too; a script for the browser is loaded by its address. */
function reach(file: string, found: Set<string>) {
  if (file.startsWith("app/enhance/")) return;
  if (found.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return;
  found.add(file);
  for (const { to, isTypeOnly } of readImports(file))
    if (!isTypeOnly) reach(to, found);
}

const readsRequest = /\brequest\s*\.\s*(?!url\b)\w+|\bcreateCookie|"Cookie"/i;

test("nothing of a request but our own cookies is read for a page that is kept", () => {
  const found = new Set<string>();
  for (const route of keptRoutes) reach(route, found);
  expect(found.size).toBeGreaterThan(40);
  const readers = [...found].filter((file) =>
    readsRequest.test(readFileSync(file, "utf8")),
  );
  expect(readers).toEqual(["app/http/request/own-cookie.server.ts"]);
});

test("the draft's cookie is one of ours by its name", () => {
  for (const address of ["http://heard.test", "https://portal.test"]) {
    const env = { publicBaseUrl: new URL(address) };
    const [name = ""] = keepDraftHolder({ env }, "x".repeat(43)).split("=");
    expect(name).toContain("heard");
  }
});
