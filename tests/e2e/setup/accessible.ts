import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The state on the screen breaks no rule of WCAG 2.2 AA that a machine can check. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    // Without a second page to put the frames' results together in: no page here has a frame.
    .setLegacyMode()
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
  );
  expect(found, await page.title()).toEqual([]);
}

/**
 * The same of a page whose browser runs no scripts: axe is one, so it looks at
 * a copy of the page, without the page's own scripts, in a browser that runs some.
 */
export async function expectCopyAccessible(page: Page, auditor: Page) {
  const html = (await page.content()).replace(
    /<script\b[\s\S]*?<\/script>/g,
    "",
  );
  const isPage = (url: URL) => url.href === page.url();
  await auditor.route(isPage, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await auditor.goto(page.url());
  await expectAccessible(auditor);
  await auditor.unrouteAll();
}
