/**
 * `npm run bench:newcomer`: how many minutes people who have not seen Heard take
 * to make the brief's Call for Evidence, to publish it with a colleague and to
 * answer it, by the clock of a model (bench/newcomer/person.ts). They walk the
 * real pages without JavaScript. Options after `--`: `--shots folder` keeps a
 * picture of each page, `--width 360` makes the window a phone's.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";
import {
  makeEmptyHome,
  removeServerHome,
  startServer,
} from "#tests/given/servers.ts";
import { provideChromium } from "../bin/steps/browsers.mjs";
import { buildWhenStale } from "../bin/steps/build.mjs";
import { figure, printLine } from "./lines.ts";
import { Person, type Stage } from "./newcomer/person.ts";
import { answerCall, approveCall, makeCall } from "./newcomer/walk.ts";

const { values: options } = parseArgs({
  options: {
    shots: { type: "string" },
    width: { type: "string", default: "1280" },
  },
});
const mostMinutes = 20;

const secondsOf = ({ reading, typing, pressing }: Stage) =>
  reading + typing + pressing;

function printStages(stages: Stage[]): number {
  console.log("\nminutes".padEnd(42), " all   read  type  press  pages");
  const minutes = (seconds: number) => figure(seconds / 60);
  for (const stage of stages)
    printLine(stage.name, [
      ...[secondsOf(stage), stage.reading, stage.typing, stage.pressing].map(
        minutes,
      ),
      figure(stage.pages, 0),
    ]);
  const whole = stages.reduce((sum, stage) => sum + secondsOf(stage), 0) / 60;
  printLine(`in all (may be ${mostMinutes})`, [figure(whole)]);
  return whole;
}

let shots = 0;
async function shoot(page: Page) {
  if (options.shots === undefined) return;
  shots += 1;
  const name = `${String(shots).padStart(2, "0")}.png`;
  await page.screenshot({
    ...{ path: path.join(options.shots, name), fullPage: true },
  });
}

if (options.shots) mkdirSync(options.shots, { recursive: true });
await buildWhenStale(console.log);
const executablePath = await provideChromium(console.log);
const accounts: { email: string; password: string }[] = [];
const home = await makeEmptyHome(async (_home, db) => {
  for (const name of ["Nadia", "Tom"])
    accounts.push(
      await givenStaffMember(db, {
        ...{ name, role: "lead" },
        email: `${name.toLowerCase()}@review.example`,
      }),
    );
});
const server = await startServer(home);
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ["--no-sandbox"],
});

async function enter() {
  const context = await browser.newContext({
    ...{ baseURL: home.address, javaScriptEnabled: false },
    viewport: { width: Number(options.width), height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  return new Person(page, shoot);
}

try {
  const [lead, colleague, visitor] = [
    await enter(),
    await enter(),
    await enter(),
  ];
  const [ofLead, ofColleague] = accounts;
  if (!ofLead || !ofColleague) throw new Error("Nobody can sign in");
  await makeCall(lead, ofLead);
  await approveCall(colleague, ofColleague);
  await answerCall(visitor);
  const stages = [lead, colleague, visitor].flatMap(({ stages }) => stages);
  process.exitCode = printStages(stages) > mostMinutes ? 1 : 0;
} catch (error) {
  const open = browser.contexts().flatMap((context) => context.pages());
  for (const page of open)
    console.error(page.url(), await page.locator("body").innerText());
  throw error;
} finally {
  await browser.close();
  await server.stop();
  removeServerHome(home);
}
