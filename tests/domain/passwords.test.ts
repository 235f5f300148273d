import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import {
  addStaffMember,
  strengthenPassword,
} from "#app/domain/accounts/accounts.server.ts";
import { isCommonPassword } from "#app/domain/accounts/common-passwords.ts";
import { isPasswordOf } from "#app/domain/accounts/passwords.server.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

async function givenStaff() {
  const { db } = openTestDatabase();
  const { auth } = await makeTestContext(db);
  await givenStaffMember(db, { auth });
  const staff = await givenStaffMember(db, { auth });
  const { internalAdapter } = await auth.$context;
  const storedHash = async () =>
    (await internalAdapter.findAccounts(staff.staffId))[0]?.password ?? "";
  return { auth, db, staff, internalAdapter, storedHash };
}

describe("a password", () => {
  test("is kept as argon2id of 64 MiB and three passes", async () => {
    const { storedHash } = await givenStaff();
    expect(await storedHash()).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
    );
  });

  test.each([
    { memoryCost: 1_024, timeCost: 3, parallelism: 1 },
    { memoryCost: 65_536, timeCost: 1, parallelism: 1 },
  ])("that was hashed with less is hashed anew: %o", async (weak) => {
    const { auth, staff, internalAdapter, storedHash } = await givenStaff();
    const before = await hash(staff.password, weak);
    await internalAdapter.updatePassword(staff.staffId, before);
    await strengthenPassword(auth, staff);
    const stored = await storedHash();
    expect(stored).toContain("m=65536,t=3,p=1");
    expect(await isPasswordOf(stored, staff.password)).toBe(true);
    await strengthenPassword(auth, staff);
    expect(await storedHash()).toBe(stored);
  });

  test("that is guessed first is not taken", async () => {
    const { auth, db } = await givenStaff();
    const added = await addStaffMember(db, auth, {
      name: "Ada Okafor",
      email: "ada@review.example",
      password: "Ada.Okafor2026!",
      role: "reviewer",
      now: new Date(),
    });
    expect(added).toEqual({ ok: false, reason: "password-common" });
  });

  test.each([
    "password1234",
    "Password2026!",
    "passwordpassword",
    "123456789012",
    "1234567890123456",
    "qwertyuiop123",
    "QwertyUiop!1",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "letmeinletmein",
    "Welcome12345",
    "iloveyou2026",
    "1qaz2wsx3edc",
    "administrator",
    "correcthorsebatterystaple",
    "Summer2026!!",
    "ReviewTeam2026",
  ])("%s is guessed first", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test.each([
    "plum under seven bridges",
    "8316 2957 4402 1193",
    "lampe-trottoir-nuage",
    "f8a01c2e-7b6d-4c3a-9e55-0d1f2a3b4c5d",
    "passwords are a nuisance",
    "Winter sheds its gloves",
  ])("%s is not", (password) => {
    expect(isCommonPassword(password, ["Ada Okafor"])).toBe(false);
  });
});
