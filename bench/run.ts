/**
 * `npm run bench`: Heard beside the bare Node floor, in one run, as ratios.
 * `-- --seconds 3` shortens each measurement, `-- --rounds 3` takes medians.
 */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildWhenStale } from "../bin/steps/build.mjs";
import { fillFloor } from "./floor/data.ts";
import { measure, type Measured } from "./measure.ts";
import { prepareHeard } from "./prepare.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { madeUpTexts } from "./texts.ts";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "1" },
    responses: { type: "string", default: "10000" },
    drafts: { type: "string", default: "2000" },
    port: { type: "string", default: "4300" },
  },
});
const seconds = Number(options.seconds);
const folder = mkdtempSync(path.join(os.tmpdir(), "heard-bench-"));
const at = {
  heard: `http://localhost:${options.port}`,
  floor: `http://localhost:${Number(options.port) + 1}`,
};

/** Starts a server and waits until it says that it listens. */
function start(
  file: string,
  env: Record<string, string>,
): Promise<ChildProcess> {
  const child = fork(file, {
    env: { ...process.env, ...env },
    execArgv: file.endsWith(".ts") ? ["--import", "tsx"] : [],
  });
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child));
    child.once("exit", (code) =>
      reject(new Error(`${file} ended with ${code}`)),
    );
  });
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function median(measured: Measured[]): Measured {
  const sorted = measured.toSorted(
    (a, b) => a.requestsPerSecond - b.requestsPerSecond,
  );
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("Nothing was measured");
  return middle;
}

async function measureScenario(scenario: Scenario) {
  // A submit uses its draft up, so it has one round.
  const rounds = scenario.heard.maxRequests ? 1 : Number(options.rounds);
  const heard: Measured[] = [];
  const floor: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    heard.push(await measure(scenario.heard, seconds));
    floor.push(await measure(scenario.floor, seconds));
  }
  return { heard: median(heard), floor: median(floor) };
}

const formatCount = (count: number) =>
  count.toFixed(count < 100 ? 1 : 0).padStart(8);

const secret = randomBytes(32).toString("hex");
const heardFile = path.join(folder, "heard.sqlite");
const floorFile = path.join(folder, "floor.sqlite");
mkdirSync(path.join(folder, "floor-files"));
await buildWhenStale((text) => console.log(text));
console.log(
  `Preparing ${options.responses} responses and ${options.drafts} drafts ...`,
);
const prepared = await prepareHeard({
  databaseFile: heardFile,
  secret,
  publicBaseUrl: new URL(at.heard),
  responseCount: Number(options.responses),
  draftCount: Number(options.drafts),
});
fillFloor(floorFile, madeUpTexts(Number(options.responses)));
const heardServer = await start("build/program/server.js", {
  NODE_ENV: "production",
  PORT: String(options.port),
  PUBLIC_BASE_URL: at.heard,
  HEARD_SECRET: secret,
  DATABASE_FILE: heardFile,
  UPLOADS_FOLDER: path.join(folder, "heard-files"),
  POSTS_PER_HOUR: "100000000",
  LOG_LEVEL: "error",
});
const floorServer = await start("bench/floor/server.ts", {
  PORT: String(Number(options.port) + 1),
  DATABASE_FILE: floorFile,
  UPLOADS_FOLDER: path.join(folder, "floor-files"),
});
try {
  console.log(`Heard's server at rest: ${residentMegabytes(heardServer)} MB`);
  console.log(
    `${"".padEnd(34)}  Heard/s   p50 ms   p99 ms  floor/s   p50 ms   ratio`,
  );
  for (const scenario of scenarios(at, prepared)) {
    const { heard, floor } = await measureScenario(scenario);
    const ratio = heard.requestsPerSecond / floor.requestsPerSecond;
    console.log(
      scenario.title.padEnd(34) +
        [heard.requestsPerSecond, heard.p50Milliseconds, heard.p99Milliseconds]
          .concat([floor.requestsPerSecond, floor.p50Milliseconds])
          .map((figure) => ` ${formatCount(figure)}`)
          .join("") +
        `   ${ratio.toFixed(3)}`,
    );
  }
  console.log(
    `Heard's server after the load: ${residentMegabytes(heardServer)} MB`,
  );
} finally {
  heardServer.kill();
  floorServer.kill();
  rmSync(folder, { recursive: true, force: true });
}
