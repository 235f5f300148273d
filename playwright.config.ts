import { defineConfig, type PlaywrightTestProject } from "@playwright/test";
import { findChromium, findFirefox } from "./bin/steps/browsers.mjs";

/** Debian's Chromium in a test's hands: it asks nothing of the network. */
const offlineArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
  "--disable-features=MediaRouter,OptimizationHints,Translate,AutofillServerCommunication",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
];

/** Firefox takes several times as long a page: each run of `npm test` walks in it what browsers do differently, and all of the public side is walked when it is asked for (docs/decisions/274). */
const walksAll = process.env.FIREFOX_JOURNEYS !== "some";
const ofTheTeam = [
  "**/review-team.test.ts",
  "**/unsaved-work.test.ts",
  "**/passkeys.test.ts",
  "**/signing-in.test.ts",
  "**/redaction.test.ts",
];
/** What is typed and not sent: of that browsers differ most. */
const typed = "**/kept-words*.test.ts";

const chosen: Partial<PlaywrightTestProject> = {
  ...(walksAll ? { testIgnore: ofTheTeam } : { testMatch: typed }),
  timeout: 300_000,
};

const chromium = findChromium();
const firefox = findFirefox();

const firefoxUse: PlaywrightTestProject["use"] = {
  browserName: "firefox",
  // Debian's own; Playwright's "firefox" drives only its patched build (docs/decisions/172).
  channel: "moz-firefox",
  launchOptions: {
    ...(firefox && { executablePath: firefox }),
    firefoxUserPrefs: {
      "fission.bfcacheInParent": false,
      "ui.prefersReducedMotion": 1,
    },
  },
};

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/journeys",
  globalSetup: [
    "./tests/setup/production-build.ts",
    "./tests/setup/migrated-database.ts",
  ],
  fullyParallel: true,
  workers: 2,
  // A retry would hide a flake.
  retries: 0,
  forbidOnly: true,
  // A journey is dozens of pages, each looked at by axe, on a machine of two cores.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: offlineArguments,
    },
    contextOptions: { reducedMotion: "reduce" },
    locale: "en-GB",
    // London's times must come from the server, wherever the reader is.
    timezoneId: "America/New_York",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "with JavaScript" },
    { name: "without JavaScript", use: { javaScriptEnabled: false } },
    // Where there is no Firefox, bin/test.mjs says so in its last line.
    ...(firefox
      ? [
          {
            name: "Firefox with JavaScript",
            ...chosen,
            use: firefoxUse,
          },
          {
            name: "Firefox without JavaScript",
            ...chosen,
            use: { ...firefoxUse, javaScriptEnabled: false },
          },
        ]
      : []),
  ],
});
