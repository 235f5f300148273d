/**
 * `npm run bench`: Heard beside a bare Node and a bare Remix server, in one
 * run, as ratios. Options after `--`:
 * `--only <part of a title>` runs what has it in its title (`import` and `500
 * people`: the two that have no floor beside them), `--seconds 3` shortens
 * each measurement, `--rounds 3` takes medians, `--sizes 3000,10000,300000` is
 * how many responses the review side is measured at. DATABASE_URL, of an empty
 * PostgreSQL, takes one thing at a time: a size with `--sizes`, or `--only` one of those two.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { buildWhenStale } from "../bin/steps/build.mjs";
import { figure, printLine } from "./lines.ts";
import { measure, type Measured } from "./measure.ts";
import { timeOneByOne, type Timed } from "./one-by-one.ts";
import { openPortal, type Portal } from "./portal.ts";
import { reviewPages } from "./review-pages.ts";
import { runRush, rushes } from "./rushes.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { residentMegabytes } from "./servers.ts";
import { postToFloorAtOnce, takeNextAtOnce } from "./take-next.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    sizes: { type: "string", default: "3000,10000,300000" },
    drafts: { type: "string", default: "2000" },
    staff: { type: "string", default: "30" },
    port: { type: "string", default: "4300" },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const isAsked = (title: string) => title.includes(options.only);

function median<Found>(found: Found[], by: (one: Found) => number): Found {
  const sorted = found.toSorted((one, other) => by(one) - by(other));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("Nothing was measured");
  return middle;
}

async function measureScenario({ title, heard, node, remix }: Scenario) {
  // A submit uses its draft up, so it has one round.
  const count = heard.maxRequests ? 1 : rounds;
  const found = { heard: [], node: [], remix: [] } as Record<
    "heard" | "node" | "remix",
    Measured[]
  >;
  for (let round = 0; round < count; round += 1) {
    found.heard.push(await measure(heard, seconds));
    found.node.push(await measure(node, seconds));
    found.remix.push(await measure(remix, seconds));
  }
  const rate = (one: Measured) => one.requestsPerSecond;
  const ours = median(found.heard, rate);
  const floors = [median(found.node, rate), median(found.remix, rate)];
  printLine(title, [
    figure(ours.requestsPerSecond),
    figure(ours.p50Milliseconds),
    figure(ours.p99Milliseconds),
    ...floors.map((floor) => figure(rate(floor))),
    ...floors.map((floor) => figure(rate(ours) / rate(floor), 3)),
  ]);
}

async function measureReview(portal: Portal, size: number) {
  for (const page of reviewPages(portal, size).filter((one) =>
    isAsked(one.title),
  )) {
    const found = { heard: [] as Timed[], remix: [] as Timed[] };
    for (let round = 0; round < rounds; round += 1) {
      found.heard.push(await timeOneByOne(page.heard, seconds));
      found.remix.push(await timeOneByOne(page.remix, seconds));
    }
    const heard = median(found.heard, ({ p50 }) => p50);
    const remix = median(found.remix, ({ p50 }) => p50);
    printLine(page.title, [
      figure(heard.p50, 2),
      figure(heard.p95, 2),
      figure(remix.p50, 2),
      figure(remix.p95, 2),
      figure(heard.p50 / remix.p50, 2),
    ]);
  }
  const title = `take next, ${options.staff} at once, ${size}`;
  if (!isAsked(title)) return;
  const taken = await takeNextAtOnce(portal);
  const floor = await postToFloorAtOnce(portal);
  printLine(title, [
    ...[taken.p50, taken.p95, taken.p99].map((one) => figure(one)),
    `   bare Remix's post: ${figure(floor.p50)}${figure(floor.p99)} (p50, p99)`,
  ]);
}

async function measurePortal(size: number, isFirst: boolean) {
  const portal = await openPortal({
    responses: size,
    drafts: isFirst ? Number(options.drafts) : 1,
    staff: Number(options.staff),
    port: Number(options.port),
  });
  const tellMemory = (when: string) =>
    console.log(
      `Heard's server ${when}: ${residentMegabytes(portal.heard)} MB`,
    );
  try {
    tellMemory("at rest");
    if (isFirst) {
      printLine("16 at once, requests a second", [
        "    Heard   p50 ms   p99 ms     Node    Remix  of Node of Remix",
      ]);
      for (const scenario of scenarios(portal.at, portal.prepared))
        if (isAsked(scenario.title)) await measureScenario(scenario);
      tellMemory("after the load");
    }
    printLine(`one client, ${size} responses, ms`, [
      "      p50      p95  Remix50  Remix95    times",
    ]);
    await measureReview(portal, size);
  } finally {
    await portal.close();
  }
}

function buildFloor() {
  const command = "node_modules/@remix-run/dev/dist/cli.js";
  execFileSync(process.execPath, [command, "vite:build", "bench/floor/remix"], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "ignore",
  });
}

async function measurePortals() {
  buildFloor();
  const sizes = options.sizes.split(",").map(Number);
  for (const [index, size] of sizes.entries())
    await measurePortal(size, index === 0);
}

await buildWhenStale((text) => console.log(text));
// Each wants an empty database, and a DATABASE_URL names one.
const hasOneDatabase = Boolean(process.env.DATABASE_URL);
const askedRushes = rushes.filter(
  ({ title }) => isAsked(title) && !(hasOneDatabase && options.only === ""),
);
if (askedRushes.length === 0 || options.only === "") await measurePortals();
for (const rush of askedRushes)
  await runRush(rush, { port: Number(options.port), seconds });
