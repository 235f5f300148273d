import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brokenGuardRules, guardRules } from "#tests/setup/guard-rules.ts";
import { listProjectFiles } from "#tests/setup/import-lines.ts";

const files = listProjectFiles();

describe("the guards of the review side", () => {
  test("name a permission, and no rule outside accounts asks for a role", () => {
    const broken = files
      .filter((file) => /^app\/.*\.tsx?$/.test(file))
      .filter((file) => !file.startsWith("app/domain/accounts/"))
      .flatMap((file) =>
        brokenGuardRules(file).map((rule) => `${file}: ${rule}`),
      );
    expect(broken).toEqual([]);
  });

  test.each([
    [`await requireStaff(request, context)`, guardRules.named],
    [`await requireStaff(request, context, roles)`, guardRules.named],
    [`const isLead = staff.role === "lead"`, guardRules.byRole],
    [`if (role !== "reviewer") refuse()`, guardRules.byRole],
    [`roles.includes(staff.role)`, guardRules.byRole],
    [`switch (actor.role) { default: refuse() }`, guardRules.byRole],
  ])("%s is refused", (line, rule) => {
    expect(brokenGuardRules("app/routes/review.x.tsx", line)).toEqual([rule]);
  });

  test.each([
    `await requireStaff(request, context, "read-responses")`,
    `if (may(actor, "withdraw-responses")) refuse()`,
  ])("but %s is not", (line) => {
    expect(brokenGuardRules("app/routes/review.x.tsx", line)).toEqual([]);
  });
});

test("an action reads its form by `readForm`, so that it can be given back when nothing comes of it", () => {
  const readsBody = /\brequest\s*\.\s*(text|formData|json|blob|body)\b/;
  const readers = files
    .filter((file) => /^app\/(routes|http\/request)\/.*\.tsx?$/.test(file))
    .filter((file) => readsBody.test(readFileSync(file, "utf8")));
  expect(readers).toEqual(["app/http/request/received-form.server.ts"]);
});
