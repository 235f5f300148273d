import { describe, expect, test } from "vitest";
import { type StaffRole, staffRoles } from "#app/domain/accounts/accounts.ts";
import { may, permissions } from "#app/domain/accounts/permissions.ts";

describe("a permission", () => {
  test.each(permissions)("to %s is given to some role", (permission) => {
    expect(staffRoles.some((role) => may({ role }, permission))).toBe(true);
  });

  test.each([
    "partner",
    "assessor",
    "",
    "toString",
    "__proto__",
    "constructor",
  ])("is given to no role that is not written down: %j", (unknown) => {
    const role = unknown as StaffRole;
    expect(permissions.filter((name) => may({ role }, name))).toEqual([]);
  });

  test("that a lead has, a reviewer has only where it is written", () => {
    const onlyLeads = permissions.filter(
      (name) => !may({ role: "reviewer" }, name),
    );
    expect(onlyLeads).toEqual([
      "change-any-view",
      "act-in-bulk",
      "withdraw-responses",
      "decide-safeguarding",
      "read-identity",
      "see-redacted-originals",
      "remove-any-passage",
      "retire-tags",
      "reshape-codebook",
      "take-out-passages",
      "decide-held-back",
      "oversee-work",
      "keep-calls",
      "keep-portal",
      "import-responses",
      "read-equality-totals",
      "end-any-session",
      "see-people",
      "keep-groups",
      "manage-people",
    ]);
  });

  test("that an admin has, a lead has all but who joins and who leaves, and what others share", () => {
    const onlyAdmins = permissions.filter(
      (name) => !may({ role: "lead" }, name),
    );
    expect(onlyAdmins).toEqual(["change-any-view", "manage-people"]);
  });
});
