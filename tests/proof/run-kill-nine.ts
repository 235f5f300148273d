/**
 * `npm run proof:kill -- --clients 100 --rounds 5`: the same proof as in
 * `npm test`, for as long as one likes.
 */
import { parseArgs } from "node:util";
import { proveKillNine } from "./kill-nine.ts";
import { buildWhenStale } from "../../bin/steps/build.mjs";

const { values: options } = parseArgs({
  options: {
    clients: { type: "string", default: "100" },
    rounds: { type: "string", default: "5" },
  },
});

await buildWhenStale((text) => console.log(text));
const startedAt = performance.now();
const result = await proveKillNine({
  clients: Number(options.clients),
  rounds: Number(options.rounds),
  report: console.log,
});
for (const loss of result.losses) console.error(`LOST  ${loss}`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `${result.references} references shown, ${result.files} files, ${result.kills} kills, ${result.losses.length} losses, ${seconds} s`,
);
process.exitCode = result.losses.length === 0 ? 0 : 1;
