import { createHash } from "node:crypto";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { unpack } from "#tests/given/exported.ts";
import { expect, test } from "./setup/journey.ts";
import { givenAdvice, signInAs } from "./setup/review-team.ts";

test("a lead takes a list out as a file, sees how far it is, fetches it, and finds it gone once something in it is flagged", async ({
  page,
  db,
  javaScriptEnabled,
  expectAccessible,
}) => {
  const word = javaScriptEnabled ? "Withscript" : "Withoutscript";
  await givenAdvice(db, "Nobody came before me.", new Date("2008-01-01"));
  const words = `${word}: nobody asked us before we moved.`;
  const said = await givenAdvice(db, words, new Date("2008-01-02"));
  const { staffId } = await signInAs(page, db, "Lio Lane", "lead");
  await page.goto(
    `/review/queue?call=call-for-advice&state=all&q=ref:${said.reference}`,
  );
  await page.getByRole("link", { name: "Take this list out" }).click();
  await expect(page.getByLabel("Which responses")).toHaveValue(
    `ref:${said.reference}`,
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "Choose what kind of file you want",
  );
  await expectAccessible(page);
  await page.getByLabel("For the team’s own analysis").check();
  await page.getByLabel("What it is for").selectOption("partner");
  await page.getByLabel("CSV").check();
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByRole("alert")).toContainText("choose “To quote from”");
  await page.getByLabel("To quote from").check();
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Exports");
  await expectAccessible(page);
  const fetchButton = page.getByRole("button", { name: /^Download/ }).first();
  await expect(async () => {
    // With a script the page looks by itself.
    if (!javaScriptEnabled) await page.reload();
    await expect(fetchButton).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  const coming = page.waitForEvent("download");
  await fetchButton.click();
  const members = await unpack(await (await coming).path());
  const csv = members.get("responses.csv") ?? Buffer.alloc(0);
  expect(csv.toString()).toContain(words);
  expect(csv.toString()).not.toContain("Nobody came before me.");
  const manifest = JSON.parse(String(members.get("manifest.json")));
  expect(manifest.files[0].sha256).toBe(
    createHash("sha256").update(csv).digest("hex"),
  );
  await raiseSafeguardingFlag(db, {
    ...{ responseId: said.responseId, reason: "", now: new Date() },
    actor: { staffId, role: "lead" },
  });
  await fetchButton.click();
  await expect(page.getByText("so it was deleted")).toBeVisible();
  await expect(page.getByText(/^Deleted: 7 days/)).toBeVisible();
});
