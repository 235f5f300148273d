import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Stop } from "./journey.ts";

const run = promisify(execFile);

/** The newest that runs on Node 20. 185 MB that only this asks for: npx fetches it once. */
const version = "lighthouse@12.8.2";

const categories = [
  "performance",
  "accessibility",
  "best-practices",
  "seo",
] as const;
export type Scores = Record<(typeof categories)[number], number | null>;

type Report = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; title: string }>;
};

/**
 * Asks Lighthouse, with its own slow phone, about a page in a browser that is open.
 * A person's own page asks search engines to stay away, which is the one thing
 * about search that it is not asked.
 *
 * @returns scores of a hundred, and what was found wanting
 */
export async function askLighthouse(stop: Stop, debuggingPort: number) {
  const { stdout } = await run(
    "npx",
    [
      ...["--yes", version, stop.address, "--quiet", "--output=json"],
      `--port=${debuggingPort}`,
      "--disable-storage-reset",
      `--only-categories=${categories.join(",")}`,
      ...(stop.isOwn ? ["--skip-audits=is-crawlable"] : []),
    ],
    { maxBuffer: 64 << 20 },
  );
  const { categories: found, audits } = JSON.parse(stdout) as Report;
  const scores = Object.fromEntries(
    categories.map((name) => [name, hundredths(found[name]?.score)]),
  ) as Scores;
  const wanting = Object.values(audits)
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ title }) => title);
  return { scores, wanting };
}

const hundredths = (score: number | null | undefined) =>
  score === null || score === undefined ? null : Math.round(score * 100);
