/**
 * `npm run bench:pages`: what the respondent's pages weigh, how soon they are
 * usable on a slow phone, and what Lighthouse says of them. Options after `--`:
 * `--rounds 5` takes medians of so many, `--without-lighthouse` needs no network.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContext, Page } from "playwright-core";
import { openDatabase } from "#app/db/connection.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { provideChromium } from "../bin/steps/browsers.mjs";
import { buildWhenStale } from "../bin/steps/build.mjs";
import { openHeard } from "./heard.ts";
import { figure, printLine } from "./lines.ts";
import { openBrowser, readUsable, slowDown, weigh } from "./pages/browser.ts";
import { type PageKind, send, type Stop, walk } from "./pages/journey.ts";
import { askLighthouse } from "./pages/lighthouse.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    port: { type: "string", default: "4310" },
    "debugging-port": { type: "string", default: "4311" },
    "without-lighthouse": { type: "boolean", default: false },
  },
});
const debuggingPort = Number(options["debugging-port"]);

/** Of a page with all that comes with it, compressed. */
const mostKilobytes: Record<PageKind, number> = {
  reads: 20,
  asks: 35,
  uploads: 60,
};

async function printWeights(page: Page, stops: Stop[]) {
  console.log(
    "\nkB over the line, nothing kept".padEnd(42),
    "  is",
    "   may be",
  );
  for (const { title, kind, address } of stops)
    printLine(`${title} (${kind})`, [
      figure((await weigh(page, address)) / 1000),
      figure(mostKilobytes[kind], 0),
    ]);
}

const median = (values: number[]) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;

/** @param rounds each with nothing kept, as on a first visit */
async function timeFirstPage(
  browser: BrowserContext,
  address: string,
  rounds: number,
) {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    const session = await browser.newCDPSession(page);
    await session.send("Network.clearBrowserCache");
    await slowDown(session);
    await page.goto(address);
    found.push(await readUsable(page));
    await page.close();
  }
  return median(found);
}

/** From the press of Continue until the next page is drawn and its script has run. */
async function timeContinue(
  browser: BrowserContext,
  from: string,
  rounds: number,
) {
  const page = await browser.newPage();
  await page.goto(from);
  await slowDown(await browser.newCDPSession(page));
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(from);
    await page.getByRole("textbox").fill(`Listen first, then ${round}.`);
    const pressedAt = Date.now();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL((url) => url.href !== from);
    await page.waitForLoadState("domcontentloaded");
    const origin = await page.evaluate(() => performance.timeOrigin);
    // A page that is put in the place of another begins no journey of its own.
    found.push(
      origin > pressedAt
        ? origin + (await readUsable(page)) - pressedAt
        : Date.now() - pressedAt,
    );
  }
  await page.close();
  return median(found);
}

async function printTimes(browser: BrowserContext, stops: Stop[]) {
  const rounds = Number(options.rounds);
  const at = (title: string) =>
    stops.find((stop) => stop.title === title)?.address ?? "";
  console.log(
    `\nms at a quarter of the processor, 1.6 Mbit/s and 150 ms, medians of ${rounds}`,
  );
  for (const title of ["home", "call", "question"])
    printLine(`${title}, a first visit (may be 1200)`, [
      figure(await timeFirstPage(browser, at(title), rounds)),
    ]);
  printLine("Continue from a question (may be 800)", [
    figure(await timeContinue(browser, at("question"), rounds)),
  ]);
}

async function printScores(stops: Stop[]) {
  const names = "speed  access  practice  search";
  console.log(`\n${"Lighthouse of a hundred".padEnd(42)} ${names}`);
  for (const stop of stops) {
    const { scores, wanting } = await askLighthouse(stop, debuggingPort);
    printLine(
      stop.title,
      Object.values(scores).map((score) => figure(score ?? NaN, 0)),
    );
    for (const title of wanting) console.log(`  wanting: ${title}`);
  }
}

await buildWhenStale(console.log);
const executablePath = await provideChromium(console.log);
const heard = await openHeard({
  responses: 40,
  drafts: 1,
  staff: 1,
  port: Number(options.port),
});
const db = openDatabase(heard.place);
await givenCall(db, { ...callForAdvice, slug: "call-for-advice" });
await db.destroy();
const profile = mkdtempSync(path.join(os.tmpdir(), "heard-pages-"));
const browser = await openBrowser({ executablePath, profile, debuggingPort });
try {
  const page = await browser.newPage();
  const asking = await walk(page, heard.origin);
  await printWeights(page, asking);
  await printTimes(browser, asking);
  if (!options["without-lighthouse"]) await printScores(asking);
  const receipt = await send(page, heard.origin);
  await printWeights(page, [receipt]);
  if (!options["without-lighthouse"]) await printScores([receipt]);
} finally {
  await browser.close();
  await heard.close();
  rmSync(profile, { recursive: true, force: true });
}
