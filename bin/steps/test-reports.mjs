import { readFileSync } from "node:fs";

/**
 * What one test, or a file that did not load, says of its failure.
 *
 * @typedef {{ name: string, said: string }} Failure
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ title: string, file?: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ title: string, file: string, tests: { projectName: string, status: string, results: { error?: { message?: string } }[] }[] }} PlaywrightSpec
 */

/** @param {string} file @returns {any} nothing where the runner wrote no report */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {VitestFile[]} files
 * @returns {string[]}
 */
export function namesOfSkipped(files) {
  return files
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => !["passed", "failed"].includes(status))
    .map(({ fullName }) => fullName);
}

/**
 * @param {VitestFile[]} files
 * @returns {Failure[]}
 */
export function failuresInVitest(files) {
  return files
    .filter(({ status }) => status === "failed")
    .flatMap((file) => {
      const failed = file.assertionResults.filter(
        ({ status }) => status === "failed",
      );
      if (failed.length === 0)
        return [failure([file.name, "the whole file"], file.message)];
      return failed.map((test) =>
        failure([file.name, test.fullName], test.failureMessages?.join("\n")),
      );
    });
}

/**
 * @param {PlaywrightSuite[]} suites
 * @returns {Failure[]} also what passed at a second try
 */
export function failuresInPlaywright(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => ["unexpected", "flaky"].includes(status))
        .map((test) =>
          failure(
            [test.projectName, spec.file, spec.title],
            test.results.find(({ error }) => error)?.error?.message,
          ),
        ),
    ),
    ...failuresInPlaywright(suite.suites ?? []),
  ]);
}

const colours = new RegExp(String.raw`\u001B\[\d*(?:;\d+)*m`, "g");

/**
 * @param {string[]} names from the widest to the narrowest
 * @param {string} [said]
 * @returns {Failure}
 */
function failure(names, said = "") {
  const root = `${process.cwd()}/`;
  const lines = said.replaceAll(colours, "").replaceAll(root, "").split("\n");
  return {
    name: names.join(" > ").replaceAll(root, ""),
    said: lines
      .filter((line) => line.trim() !== "" && !line.includes("node_modules/"))
      .slice(0, 8)
      .map((line) => `    ${line.slice(0, 300)}`)
      .join("\n"),
  };
}
