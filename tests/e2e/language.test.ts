import type { Page } from "@playwright/test";
import { leastMsToSend } from "#app/domain/responses/held-back.ts";
import type { Db } from "#app/db/schema.ts";
import { saveSettings } from "#app/domain/portal/settings.server.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";
import { givenCall, givenStaffMember } from "#app/tasks/demo/factories.ts";
import { callInWelsh } from "#tests/given/welsh-call.ts";
import { expect, test } from "./setup/journey.ts";
import { expectHeading } from "./setup/question-page.ts";

const follow = (page: Page, name: string) =>
  page.getByRole("link", { name, exact: true }).first().click();
const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

/** The page says which language it is in, and its title that something is wrong. */
async function expectSpoken(page: Page, language: string) {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
}

/** As a lead does once somebody has read the portal's own Welsh. */
async function offerPortalInWelsh(db: Db) {
  const { staffId } = await givenStaffMember(db, { role: "lead" });
  const first: PortalSettings = {
    name: { en: "An independent review", cy: "Adolygiad annibynnol" },
    ...{ contactEmail: "contact@review.example", safeguarding: { hours: 24 } },
  };
  const saving = { staffId, now: new Date(), first, what: "words" };
  await saveSettings(db, saving, () => ({ ...first, alsoIn: ["cy"] }));
}

test("somebody picks Cymraeg, answers in Welsh, changes to English and back, and opens the receipt in Welsh", async ({
  page,
  db,
  expectAccessible,
}, { project }) => {
  const slug = `bysiau-${project.name.replaceAll(" ", "-").toLowerCase()}`;
  await givenCall(db, { slug, definition: callInWelsh });
  await offerPortalInWelsh(db);
  const look = () => expectAccessible(page);

  await test.step("the first page is in English until it is asked for in Welsh", async () => {
    const choice = page.getByRole("link", { name: "Cymraeg" });
    // Another server's settings are known within a second.
    await expect(async () => {
      await page.goto("/");
      await expect(choice).toBeVisible({ timeout: 100 });
    }).toPass();
    await expectSpoken(page, "en");
    await follow(page, "Cymraeg");
    await expectHeading(page, "Dywedwch wrthym beth rydych yn ei wybod");
    await expectSpoken(page, "cy");
    await expect(
      page.locator('link[rel="alternate"][hreflang="en"]'),
    ).toHaveAttribute("href", /\/$/);
    await look();
  });

  await test.step("the call says that some of it is in English, and which parts are", async () => {
    await page.goto(`/calls/${slug}`);
    await expectHeading(page, "Galwad am fysiau");
    await expect(page.getByText("yn Saesneg yn unig")).toBeVisible();
    await look();
    await follow(page, "Dechrau nawr");
    await expectHeading(page, "Pa mor aml rydych yn teithio?");
    const inEnglish = page.locator('main [lang="en"]');
    await expect(inEnglish).toHaveText(["In a usual week.", "Hardly ever"]);
    await look();
  });

  await test.step("what is wrong is said in Welsh, in the title too", async () => {
    await press(page, "Parhau");
    await expect(page.getByRole("alert")).toContainText("Mae problem");
    await expect(page).toHaveTitle(/^Gwall: /);
    await look();
    await page.getByRole("radio", { name: "Bob dydd" }).check();
    await press(page, "Parhau");
    await expectHeading(page, "Beth ddylai newid?");
    // All of this page is in Welsh, whatever of the call is not.
    await expect(page.getByText("yn Saesneg yn unig")).toHaveCount(0);
  });

  await test.step("a change to English and back loses nothing that was typed", async () => {
    await page.getByRole("textbox").fill("Mwy o fysiau");
    await press(page, "English");
    await expectHeading(page, "What should change?");
    await expectSpoken(page, "en");
    await expect(page.getByRole("textbox")).toHaveValue("Mwy o fysiau");
    await page.getByRole("textbox").fill("Mwy o fysiau yn y nos");
    await press(page, "Cymraeg");
    await expectHeading(page, "Beth ddylai newid?");
    await expect(page.getByRole("textbox")).toHaveValue(
      "Mwy o fysiau yn y nos",
    );
    await look();
    await press(page, "Parhau");
  });

  await test.step("the answers are sent, and the receipt opens in Welsh", async () => {
    await expectHeading(page, "Gwiriwch eich atebion");
    await look();
    await page.waitForTimeout(leastMsToSend);
    await press(page, "Anfon eich ateb");
    await expectHeading(page, "Mae eich atebion wedi’u hanfon");
    await look();
    const reference = await page.locator(".heard-reference").innerText();
    const code = await page.locator(".heard-code").first().innerText();
    await follow(page, "Beth ddaeth o’r hyn a anfonoch");
    await page.getByLabel("Cyfeirnod").fill(reference);
    await page.getByLabel("Cod derbynneb").fill("AAAA");
    await press(page, "Parhau");
    await expect(page).toHaveTitle(/^Gwall: /);
    await page.getByLabel("Cod derbynneb").fill(code);
    await press(page, "Parhau");
    await expectHeading(page, `Ymateb ${reference}`);
    await look();
    await follow(page, "English");
    await expectHeading(page, `Response ${reference}`);
    await expectSpoken(page, "en");
  });
});
