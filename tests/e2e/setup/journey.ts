import {
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from "@playwright/test";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  makeHomeWithDemoCalls,
  removeServerHome,
  type ServerHome,
  startServer,
} from "#tests/given/servers.ts";
import { expectAccessible, expectCopyAccessible } from "./accessible.ts";
import { watchForProblems } from "./watch.ts";

type WorkerFixtures = {
  /** A production server with a database of its own, for all tests of a worker. */
  home: ServerHome;
  /** The same database, for what a test needs to be there. */
  db: Db;
};

type TestFixtures = {
  /** Another person with a browser of their own. */
  openBrowser: () => Promise<Page>;
  /** What a test does to the line or the server on purpose, as its browser tells it. */
  expectedProblems: RegExp[];
  /** Called on every state that a journey reaches. */
  expectAccessible: (page: Page) => Promise<void>;
};

const runsScripts = {
  reducedMotion: "reduce",
  javaScriptEnabled: true,
} as const;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  home: [
    async ({}, use) => {
      const home = await makeHomeWithDemoCalls();
      const server = await startServer(home);
      await use(home);
      await server.stop();
      removeServerHome(home);
    },
    { scope: "worker", timeout: 60_000 },
  ],
  db: [
    async ({ home }, use) => {
      const db = openDatabase({ file: home.databaseFile });
      await use(db);
      await db.destroy();
    },
    { scope: "worker" },
  ],
  expectedProblems: [[], { option: true }],
  baseURL: async ({ home }, use) => use(home.address),
  context: async (
    { context, home, expectedProblems, javaScriptEnabled },
    use,
  ) => {
    const problems = await watch(context, home.address, javaScriptEnabled);
    await use(context);
    const isExpected = (problem: string) =>
      expectedProblems.some((pattern) => pattern.test(problem));
    expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
  },
  expectAccessible: async ({ browser, javaScriptEnabled }, use) => {
    // Firefox draws the same page; Chromium has been asked about it.
    if (browser.browserType().name() === "firefox") return use(async () => {});
    if (javaScriptEnabled) return use(expectAccessible);
    let auditor: Promise<Page> | undefined;
    const openAuditor = () => (auditor ??= browser.newPage(runsScripts));
    await use((page) => expectCopyAccessible(page, openAuditor));
    await (await auditor)?.close();
  },
  openBrowser: async (
    { browser, home, contextOptions, javaScriptEnabled },
    use,
  ) => {
    const opened: Awaited<ReturnType<typeof openWatched>>[] = [];
    await use(async () => {
      const person = await openWatched(browser, home.address, {
        ...contextOptions,
        javaScriptEnabled,
      });
      opened.push(person);
      return person.page;
    });
    for (const { page, problems } of opened) {
      // What closing it sets off is the driver's: a picture it takes of a failure styles the page.
      const seen = [...problems];
      await page.context().close();
      expect(seen).toEqual([]);
    }
  },
});

async function watch(
  context: BrowserContext,
  address: string,
  mayRunScripts = true,
) {
  // Firefox's driver has nothing that turns JavaScript off, and says nothing when it is asked to (docs/decisions/274).
  if (!mayRunScripts && context.browser()?.browserType().name() === "firefox")
    await context.route("**/*.js", (route) => route.abort());
  return watchForProblems(context, address, mayRunScripts);
}

async function openWatched(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
) {
  const { javaScriptEnabled } = options;
  const context = await browser.newContext({ ...options, baseURL: address });
  const problems = await watch(context, address, javaScriptEnabled);
  return { page: await context.newPage(), problems };
}

export { expect } from "@playwright/test";
