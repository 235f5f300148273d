import type { Page } from "@playwright/test";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import { givenProvider } from "#tests/given/provider.ts";
import {
  makeHomeWithDemoCalls,
  removeServerHome,
  startServer,
} from "#tests/given/servers.ts";
import { test as anyTest, expect } from "./setup/journey.ts";

/** A portal beside a real identity provider, whose pages ask for letters from elsewhere. */
const test = anyTest.extend({
  home: [
    async ({}, use) => {
      const home = await makeHomeWithDemoCalls();
      const back = `${home.address}/review/provider/back`;
      const { settings, close } = await givenProvider({ back });
      const server = await startServer(home, {
        OIDC_ISSUER: settings.issuer,
        OIDC_CLIENT_ID: settings.clientId,
        OIDC_CLIENT_SECRET: settings.clientSecret,
        OIDC_NAME: settings.name,
      });
      await use(home);
      await server.stop();
      close();
      removeServerHome(home);
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

test.use({
  // One pattern: Playwright takes a list whose second item is an object for a fixture and its options.
  expectedProblems: [
    /^request to elsewhere: http:\/\/localhost:|fonts\.googleapis|ERR_NAME_NOT_RESOLVED/,
  ],
});

const leave = (page: Page) =>
  page.getByRole("link", { name: "Sign in with Northside Council" }).click();

/** On the provider's own pages. */
async function signInThere(page: Page, login: string) {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a colleague comes in by the team's identity provider, a stranger does not", async ({
  page,
  db,
  expectAccessible,
}) => {
  const email = `${crypto.randomUUID()}@review.example`;
  await givenStaffMember(db, { name: "Nadia", email });
  await page.goto("/review/ledger");
  await expectAccessible(page);
  await leave(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByText("was stopped there")).toBeVisible();
  await expectAccessible(page);
  await leave(page);
  await signInThere(page, email);
  await expect(page.getByRole("heading", { name: "Ledger" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.context().clearCookies();
  await page.goto("/review");
  await leave(page);
  await signInThere(page, "stranger@elsewhere.example");
  await expect(page.getByText("does not open this portal")).toBeVisible();
});
