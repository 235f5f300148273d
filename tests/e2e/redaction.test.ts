import type { Page } from "@playwright/test";
import { givenFileText } from "#tests/given/files.ts";
import { expect, test } from "./setup/journey.ts";
import { givenAdvice, signInAs } from "./setup/review-team.ts";

const words =
  "😀 My sister Nia Rees rang 07700 900123.\nShe lives at Glan yr Afon, CF10 3AT.";
const said = (page: Page) => page.locator(".heard-flash");
const tick = (page: Page, name: RegExp) =>
  page.getByRole("checkbox", { name }).check();
const press = (page: Page, name: string) =>
  page.getByRole("button", { name }).click();

async function selectWords(page: Page, wanted: string) {
  await page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector(".heard-words[data-text-source]")!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    }
  }, wanted);
}

test("one reviewer proposes what must not leave, another decides, and the preview goes without it", async ({
  page,
  db,
  openBrowser,
  javaScriptEnabled,
  expectAccessible,
}) => {
  const year = javaScriptEnabled ? 2011 : 2012;
  const at = new Date(Date.UTC(year, 0, 1));
  const { reference } = await givenAdvice(db, words, at);
  await signInAs(page, db, "Ola Okoro");
  await page.goto(`/review/responses/${reference}`);
  await page.getByRole("link", { name: "Redact", exact: true }).click();
  await expectAccessible(page);

  await tick(page, /^07700 900123/);
  await tick(page, /^Nia Rees/);
  await press(page, "Propose the ticked");
  await expect(said(page)).toContainText("2 redactions proposed");
  const proposed = page.locator("mark.heard-redaction--proposed");
  await expect(proposed).toHaveText(["Nia Rees", "07700 900123"]);

  if (javaScriptEnabled) {
    await expect(async () => {
      await selectWords(page, "Glan yr Afon");
      await page
        .getByRole("button", { name: "Redact the selected words" })
        .click({ timeout: 2_000 });
    }).toPass();
    await expect(page.getByRole("dialog")).toContainText("Glan yr Afon");
    await expectAccessible(page);
  } else {
    await page.getByLabel("Which text").selectOption({ index: 0 });
    await page.getByLabel("Words to redact").fill("Glan yr Afon");
    await press(page, "Propose to redact");
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expectAccessible(page);
  }
  await page.getByLabel("Why").selectOption("Postal address");
  await press(page, "Propose to redact");
  await expect(said(page)).toContainText("1 redaction proposed");
  await expect(proposed).toHaveText([
    "Nia Rees",
    "07700 900123",
    "Glan yr Afon",
  ]);
  await expect(page.getByRole("button", { name: /Approve/ })).toHaveCount(0);

  const other = await openBrowser();
  await signInAs(other, db, "Ben Bold");
  await other.goto("/review/redactions");
  await expectAccessible(other);
  const waiting = other.getByRole("listitem").filter({ hasText: reference });
  await expect(waiting).toContainText("3 redactions");
  await waiting.getByRole("link", { name: reference }).click();
  await press(other, "Approve the ticked");
  await expect(other.getByText("Nothing was ticked").first()).toBeVisible();
  await tick(other, /^07700 900123/);
  await tick(other, /^Glan yr Afon/);
  await press(other, "Approve the ticked");
  await expect(said(other)).toContainText("2 redactions approved");
  await tick(other, /^Nia Rees/);
  await press(other, "Refuse the ticked");
  await expect(said(other)).toContainText("1 redaction refused");
  await other.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(other);

  await other.getByRole("link", { name: "See it as it will leave" }).click();
  await expect(
    other.locator(".heard-words").filter({ hasText: "My sister" }),
  ).toHaveText(
    "😀 My sister Nia Rees rang [redacted: phone].\nShe lives at [redacted: address], CF10 3AT.",
    { useInnerText: true },
  );
  await expectAccessible(other);

  await page.goto(`/review/responses/${reference}`);
  await expect(
    page.getByRole("link", { name: "Redactions: 2 approved" }),
  ).toBeVisible();
  // From then on the originals are for leads.
  await expect(page.locator(".heard-redaction--approved")).toHaveText([
    "█████ ██████",
    "████ ██ ████",
  ]);
  await expectAccessible(page);
  await page.goto(`/review/responses/${reference}/redact`);
  await expect(
    page.getByText("Only a colleague can lift these."),
  ).toBeVisible();

  // Nobody finds it by what is redacted, and everybody by the rest, once it is indexed anew.
  const found = page.getByRole("link", { name: reference });
  const searchFor = (q: string) =>
    page.goto(
      `/review/queue?${new URLSearchParams({ q, state: "all" }).toString()}`,
    );
  await expect(async () => {
    await searchFor('"sister Nia Rees"');
    await expect(found.first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await searchFor('"Glan yr Afon"');
  await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
  await expect(found).toHaveCount(0);
});

test("a file is withheld by two people from whoever may not see originals, and a response in which there is nothing says so", async ({
  page,
  db,
  openBrowser,
  javaScriptEnabled,
  expectAccessible,
}) => {
  const at = new Date(Date.UTC(javaScriptEnabled ? 2013 : 2014, 0, 1));
  const { reference, responseId } = await givenAdvice(db, "It helped.", at);
  await givenFileText(db, responseId, { text: "Nia Rees signed it." });
  await signInAs(page, db, "Ola Okoro");
  await page.goto(`/review/responses/${reference}/redact`);
  await press(page, "Propose to withhold");
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("File").selectOption("letter.pdf");
  await page.getByLabel("Why it is withheld").selectOption("Name");
  await press(page, "Propose to withhold");
  await expect(said(page)).toContainText("1 redaction proposed");

  const other = await openBrowser();
  await signInAs(other, db, "Ben Bold");
  await other.goto(`/review/responses/${reference}/redact`);
  await tick(other, /^The file letter.pdf/);
  await press(other, "Approve the ticked");
  await expect(said(other)).toContainText("1 redaction approved");
  await other.goto(`/review/responses/${reference}`);
  await expect(other.getByText("Withheld from others: name")).toBeVisible();
  await expect(
    other.getByRole("heading", { name: "A file that is withheld" }),
  ).toBeVisible();
  await expect(other.getByText(/letter.pdf|signed it/)).toHaveCount(0);
  await other.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(other);

  const lead = await openBrowser();
  await signInAs(lead, db, "Lena Lead", "lead");
  await lead.goto(`/review/responses/${reference}`);
  await expect(lead.getByText("Withheld from others: name")).toBeVisible();
  await expect(lead.getByRole("link", { name: "letter.pdf" })).toBeVisible();

  const nothing = await givenAdvice(db, "The sun shone.", at);
  await page.goto(`/review/responses/${nothing.reference}`);
  await page.getByRole("link", { name: "Redact", exact: true }).click();
  await press(page, "Looked at: nothing to redact");
  await expect(said(page)).toContainText("Marked as looked at");
  await page.goto(`/review/responses/${nothing.reference}`);
  await expect(
    page.getByRole("link", { name: "Looked at: nothing to redact" }),
  ).toBeVisible();
});
