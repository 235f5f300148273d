import type { Page } from "@playwright/test";
import { expect, test } from "./setup/journey.ts";
import { signInAs } from "./setup/review-team.ts";

/** A device with a finger reader, as Chromium makes one up. */
async function givenDevice(page: Page) {
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const { authenticatorId } = await devices.send(
    "WebAuthn.addVirtualAuthenticator",
    {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    },
  );
  return {
    setVerified: (isUserVerified: boolean) =>
      devices.send("WebAuthn.setUserVerified", {
        authenticatorId,
        isUserVerified,
      }),
  };
}

test("a passkey is added, signs in, and once it is removed lets nobody in", async ({
  page,
  db,
  expectAccessible,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "A passkey needs a script");
  const device = await givenDevice(page);
  await signInAs(page, db, "Nadia");
  await page.getByRole("link", { name: /Nadia/ }).click();
  await page.getByRole("link", { name: /Passkeys/ }).click();
  await page.getByLabel("What you call it").fill("Work laptop");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey is added")).toBeVisible();
  await expectAccessible(page);
  const signOut = () => page.getByRole("button", { name: "Sign out" }).click();
  const useIt = () =>
    page.getByRole("button", { name: "Use a passkey" }).click();
  await signOut();
  await device.setVerified(false);
  await useIt();
  await expect(page.getByText("No passkey was used")).toBeVisible();
  await device.setVerified(true);
  await useIt();
  await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
  await page.getByRole("link", { name: /Nadia/ }).click();
  await page.getByRole("link", { name: /Passkeys/ }).click();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByText("nobody comes in with it")).toBeVisible();
  await signOut();
  await useIt();
  await expect(
    page.getByText("That passkey is none of the team"),
  ).toBeVisible();
  await expectAccessible(page);
});
