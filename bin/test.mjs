// Needs nothing but Node: it installs what the tests need before it runs them.
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { buildWhenStale } from "./steps/build.mjs";
import { provideChromium, provideFirefox } from "./steps/browsers.mjs";
import { installWhenStale } from "./steps/install.mjs";
import { requireNode } from "./steps/node-version.mjs";
import { tryPostgres } from "./steps/postgres.mjs";
import {
  lastLines,
  printFailure,
  runCommand,
  secondsSince,
  step,
  StepFailure,
} from "./steps/step.mjs";
import {
  failuresInPlaywright,
  failuresInVitest,
  namesOfSkipped,
  readReport,
} from "./steps/test-reports.mjs";

const startedAt = performance.now();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("test-results", { recursive: true, force: true });

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} a test that may be skipped says in its name what it needs */
const skippedNames = [];
/** @type {import("./steps/test-reports.mjs").Failure[]} told once more at the end, which is what is read */
const failures = [];

/**
 * Runs a step; one that fails counts as one failed test.
 *
 * @param {Parameters<typeof step>} stepArguments
 * @returns {Promise<boolean>} whether it went well
 */
async function attempt(...stepArguments) {
  try {
    await step(...stepArguments);
    return true;
  } catch (error) {
    printFailure(error);
    failures.push({ name: stepArguments[0], said: `    ${String(error)}` });
    total.failed += 1;
    return false;
  }
}

/**
 * Runs a step that not every machine can take; one that fails counts as one skipped test.
 *
 * @param {string} title
 * @param {Parameters<typeof step>[1]} work
 * @param {string} loss what is skipped then
 * @returns {Promise<boolean>} whether it went well
 */
async function attemptOrSkip(title, work, loss) {
  try {
    await step(title, work);
    return true;
  } catch (error) {
    printFailure(error);
    console.error(`Skipped: ${loss}\n`);
    skippedNames.push(loss);
    total.skipped += 1;
    return false;
  }
}

const isReady =
  (await attempt("Node", () => requireNode())) &&
  (await attempt("Packages", (say) =>
    installWhenStale(say, () => buildWhenStale(() => undefined)),
  ));
if (isReady) {
  const hasChromium = await attempt("Chromium", provideChromium);
  await attemptOrSkip(
    "Firefox",
    provideFirefox,
    "the journeys that Firefox would take",
  );
  const hasPostgres = await attemptOrSkip(
    "PostgreSQL",
    tryPostgres,
    "all rules on PostgreSQL (skipped where it cannot be started)",
  );
  const isBuilt = await attemptChecksAndBuild();
  await attempt("Tests", () => runVitest(hasPostgres));
  if (isBuilt && hasChromium) await attempt("Journeys", runPlaywright);
}

console.log(`\nAll of it took ${secondsSince(startedAt)}.`);
for (const name of skippedNames) console.log(`Skipped: ${name}`);
for (const { name, said } of failures) console.log(`Failed: ${name}\n${said}`);
console.log(
  `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * Runs what needs one processor each, as many at a time as there are.
 *
 * @returns {Promise<boolean>} whether there is a build
 */
async function attemptChecksAndBuild() {
  const format = ["--check", "--log-level=warn", "."];
  /** @type {[title: string, work: Parameters<typeof step>[1]][]} the longest first */
  const waiting = [
    ["Build", () => buildWhenStale(() => undefined)],
    ["Lint and types", () => check("oxlint/bin/oxlint", [])],
    ["Format", () => check("prettier/bin/prettier.cjs", format)],
    ["Dead code", () => check("knip/bin/knip.js", [])],
  ];
  /** @type {Set<string>} */
  const wentWell = new Set();
  const takeNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (await attempt(...next, { isBesideOthers: true }))
        wentWell.add(next[0]);
  };
  await Promise.all(
    Array.from({ length: availableParallelism() }, () => takeNext()),
  );
  return wentWell.has("Build");
}

/**
 * Runs a tool that passes or fails as a whole.
 *
 * @param {string} file the tool's entry, under node_modules
 * @param {string[]} toolArguments
 */
async function check(file, toolArguments) {
  const { code, output } = await runCommand(process.execPath, [
    `node_modules/${file}`,
    ...toolArguments,
  ]);
  if (code === 0) return "nothing to say";
  throw new StepFailure(
    `${file.split("/")[0]} found something.`,
    "`npm run lint` shows it again; `npm run format` mends the format.",
    lastLines(output, 40),
  );
}

/** @param {boolean} hasPostgres */
async function runVitest(hasPostgres) {
  const report = "test-results/vitest.json";
  process.stdout.write("\n");
  const { code } = await runCommand(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...(hasPostgres
        ? []
        : [
            "--project=!rules-postgres",
            "--exclude=tests/web/several-servers.test.ts",
            "--exclude=tests/proof/restore-drill-postgres.test.ts",
          ]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { showsOutput: true, env: { NODE_ENV: "test" } },
  );
  const results = readReport(report);
  skippedNames.push(...namesOfSkipped(results?.testResults ?? []));
  failures.push(...failuresInVitest(results?.testResults ?? []));
  return addCounts("Vitest", code, {
    passed: results?.numPassedTests ?? 0,
    failed: results?.numFailedTests ?? 0,
    skipped: (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0),
  });
}

async function runPlaywright() {
  const report = "test-results/playwright.json";
  process.stdout.write("\n");
  const { code } = await runCommand(
    process.execPath,
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    {
      showsOutput: true,
      env: {
        NODE_ENV: "test",
        FIREFOX_JOURNEYS: "some",
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  const results = readReport(report);
  const stats = results?.stats;
  failures.push(...failuresInPlaywright(results?.suites ?? []));
  return addCounts("Playwright", code, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/**
 * A runner that fails without a failed test (a file that does not load) counts as one.
 *
 * @param {string} runner
 * @param {number} code
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
function addCounts(runner, code, counts) {
  const failed = code !== 0 ? Math.max(1, counts.failed) : counts.failed;
  total.passed += counts.passed;
  total.failed += failed;
  total.skipped += counts.skipped;
  if (code === 0 && counts.passed === 0) {
    throw new StepFailure(
      `${runner} ran no test.`,
      "Something is wrong with its set-up.",
    );
  }
  return `${runner}: ${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`;
}
