import { expect, test } from "vitest";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { runTasks } from "#tests/given/commands.ts";
import { openTestFile } from "#tests/given/database.ts";

test("the commands say what they did, and that nobody has such an address", async () => {
  const { db, file } = openTestFile();
  const { email } = await givenStaffMember(db);
  const command = "app/tasks/change-staff.ts";
  const [disabled, nobody] = await runTasks([
    [command, ["disable", "--email", email], { DATABASE_FILE: file }],
    [
      command,
      ["enable", "--email", "nobody@review.example"],
      { DATABASE_FILE: file },
    ],
  ]);
  expect(disabled).toMatchObject({ code: 0, told: "" });
  expect(disabled?.out).toContain("cannot sign in any more");
  expect(nobody).toMatchObject({ code: 1, out: "" });
  expect(nobody?.told).toContain("Nobody");
  expect((await selectEventTypes(db)).at(-1)).toBe("staff.disabled");
});
