import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listProjectFiles, readImports } from "#tests/setup/import-lines.ts";
import { brokenRules } from "#tests/setup/import-rules.ts";
import {
  brokenScreenRules,
  screenRules,
  writtenAddresses,
} from "#tests/setup/screen-rules.ts";

const rooms = /^app\/(http|routes|screens|tasks|ui)\/.*\.tsx?$/;

describe("an address", () => {
  test("is built in app/addresses.ts and nowhere else", () => {
    const files = listProjectFiles().filter((file) => rooms.test(file));
    expect(files.length).toBeGreaterThan(100);
    const broken = files.flatMap((file) =>
      writtenAddresses(file).map((rule) => `${file}: ${rule}`),
    );
    expect(broken).toEqual([]);
  });

  test.each([
    `<a href="/review/queue">`,
    "redirect(`/calls/${call.slug}`)",
    "redirect(`${form}/check`)",
    "const next = `${form}/${page.id}`",
    "const address = `${action}/${passage.publicId}/remove`",
    "<form action={`${props.path}/triage`} />",
  ])("is not written out: %s", (line) => {
    expect(writtenAddresses("app/ui/x.tsx", line)).toEqual([screenRules.path]);
  });

  test.each([
    `import { action } from "./review.work.tsx"`,
    `const isOurs = /^\\/review\\//.test(path)`,
    "const moment = `${date} / ${time}`",
    "const link = `${queueAddress(parameters)}#main`",
    `const words = "The review side"`,
  ])("but this is none: %s", (line) => {
    expect(writtenAddresses("app/ui/x.tsx", line)).toEqual([]);
  });
});

describe("what is not written down for scripts", () => {
  /** Docs/decisions/234: a script would find nothing to show. */
  const shownByScript = (code: string) =>
    /\bnew Unsent\(/.test(code) && /\bhydrates: true/.test(code);
  const leadsByScript = (code: string) =>
    /import \{[^}]*\b(?:Link|NavLink|Form|useNavigate|useSubmit)\b[^}]*\} from "@remix-run\/react"/.test(
      code,
    );

  test("is shown by pages that do not hydrate, and no script leads to one", () => {
    const files = listProjectFiles().filter((file) => rooms.test(file));
    const codes = files.map((file) => [file, readFileSync(file, "utf8")]);
    const broken = codes.filter(
      ([, code = ""]) => shownByScript(code) || leadsByScript(code),
    );
    expect(broken.map(([file]) => file)).toEqual([]);
  });

  test("and what would break that is seen", () => {
    expect(
      shownByScript(
        "return new Unsent(1);\nconst handle = { hydrates: true };",
      ),
    ).toBe(true);
    const links = `import {\n  Link,\n  useLoaderData,\n} from "@remix-run/react";`;
    expect(leadsByScript(links)).toBe(true);
    expect(leadsByScript(links.replace("Link", "Links"))).toBe(false);
  });
});

describe("the domain", () => {
  test("knows no address, no colour and no sentence", () => {
    const broken = listProjectFiles()
      .filter((file) => /^app\/domain\/.*\.ts$/.test(file))
      .flatMap((file) =>
        brokenScreenRules(file).map((rule) => `${file}: ${rule}`),
      );
    expect(broken).toEqual([]);
  });

  test.each([
    ["const path = `/review/responses/${reference}`", screenRules.path],
    [`return redirect("/respond/call-for-ideas")`, screenRules.path],
    [`const queue = '/review/queue'`, screenRules.path],
    [`const words = { colour: "blue" }`, screenRules.colour],
    [`type StateColour = "blue" | "green"`, screenRules.colour],
    [`const scanColours = new Map()`, screenRules.colour],
    [`z.string("Enter a name for the tag")`, screenRules.sentence],
    ["const m = `The note must be ${most} characters`", screenRules.sentence],
    [`z.string().regex(time, "is a time like 17:00")`, screenRules.sentence],
    ["const m = `${count} cells where the heading has`", screenRules.sentence],
  ])("is refused %s", (line, rule) => {
    expect(brokenScreenRules("app/domain/triage/x.ts", line)).toContain(rule);
  });

  test.each([
    `import { findCall } from "../calls/calls.server.ts"`,
    `const reason = "already-claimed"`,
    `throw new Error("The clock stands still")`,
    `db.selectFrom("staff as author").select("author.id as authorId")`,
    "sql`update jobs set state = 'done' where id = 1`",
  ])("but not %s", (line) => {
    expect(brokenScreenRules("app/domain/triage/x.ts", line)).toEqual([]);
  });
});

describe("an import between the screens and their neighbours", () => {
  test.each([
    [
      "app/domain/triage/queue.server.ts",
      `import { queueAddress } from "#app/addresses.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/ui/review/queue-table.tsx",
      `import { describeState } from "#app/screens/review/states.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/screens/review/queue.ts",
      `import { requireStaff } from "#app/http/request/guards.server.ts"`,
      "an import goes down the one arrow",
    ],
    [
      "app/screens/review/queue.ts",
      `import { selectQueuePage } from "#app/domain/triage/queue.server.ts"`,
      "what a browser may load imports nothing of the server's",
    ],
  ])("from %s, %s, is refused", (from, text, rule) => {
    expect(readImports(from, text).flatMap(brokenRules)).toContain(rule);
  });
});
