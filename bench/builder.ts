/**
 * `npm run bench:builder`: every screen on which a call is made, of a call with
 * 60 pages and 200 questions beside an empty one: at the first view after a
 * change, at the next, and how long anybody else waits meanwhile. Options after `--`:
 * `--only <part of a title>`, `--rounds 5` takes the least of so many, for what
 * else the machine does only adds,
 * `--largest` takes as many questions as the builder does.
 */
import http from "node:http";
import { parseArgs } from "node:util";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { selectActiveStaff } from "#app/domain/accounts/accounts.server.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { buildWhenStale } from "../bin/steps/build.mjs";
import { emptyCall, largeCall, largestCall } from "./builder/calls.ts";
import { builderScreens } from "./builder/screens.ts";
import { openHeard } from "./heard.ts";
import { figure, printLine } from "./lines.ts";
import { askOnce } from "./one-by-one.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "7" },
    port: { type: "string", default: "4330" },
    largest: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);

await buildWhenStale(console.log);
const heard = await openHeard({
  ...{ responses: 1, drafts: 1, staff: 1, port: Number(options.port) },
});
const db = openDatabase(heard.place);
const [staff] = await selectActiveStaff(db);
const staffId = staff?.staffId ?? "";
const [cookie = ""] = heard.prepared.staffCookies;
const agent = new http.Agent({ keepAlive: true });

/** Changes what a call says of itself, so that nothing is known of it that was found before. */
function makeChange(of: Db) {
  let count = 0;
  return async (callId: number) => {
    const minutes = 1 + (count++ % 200);
    await editWorkingCopy(
      of,
      { callId, staffId, now: new Date() },
      (before) => {
        const { about } = before;
        const body = { ...about.body, minutes };
        return {
          after: { ...before, about: { ...about, body } },
          did: { what: "about" },
        };
      },
    );
  };
}

const change = makeChange(db);

async function see(path: string): Promise<number> {
  const url = heard.origin + path;
  const headers = { cookie };
  const { status, milliseconds } = await askOnce({ url, headers, agent });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return milliseconds;
}

/** How long the slowest of somebody else's small pages took while a screen was made. */
async function waitBeside(work: Promise<unknown>): Promise<number> {
  let isDone = false;
  void work.finally(() => (isDone = true));
  let longest = 0;
  while (!isDone) longest = Math.max(longest, await see("/healthcheck"));
  return longest;
}

type Seen = { first: number[]; next: number[]; beside: number[] };

async function look(callId: number, path: string, seen: Seen) {
  await change(callId);
  seen.first.push(await see(path));
  seen.next.push(await see(path));
  await change(callId);
  seen.beside.push(await waitBeside(see(path)));
}

const least = (values: number[]) => Math.min(...values);
const none = (): Seen => ({ first: [], next: [], beside: [] });

async function compare(
  title: string,
  [empty, large]: [Screen, Screen],
): Promise<void> {
  const found = { empty: none(), large: none() };
  for (const { callId, path } of [empty, large]) {
    await change(callId);
    await see(path);
  }
  for (let round = 0; round < rounds; round += 1) {
    await look(empty.callId, empty.path, found.empty);
    await look(large.callId, large.path, found.large);
  }
  const [first, next] = (["first", "next"] as const).map((view) => {
    const [one, other] = [found.empty[view], found.large[view]].map(least);
    return [one ?? NaN, other ?? NaN] as const;
  });
  printLine(title, [
    ...[first, next].flatMap((both = [NaN, NaN]) => [
      ...both.map((value) => figure(value)),
      figure(both[1] / both[0], 2),
    ]),
    ...[found.empty, found.large].map(({ beside }) => figure(least(beside))),
  ]);
}

type Screen = { callId: number; path: string };

async function screensOf(slug: string, definition: CallDefinition) {
  const { id } = await givenCall(db, { slug, state: "draft", definition });
  return builderScreens(slug).map(([title, path]) => ({
    ...{ title, callId: id, path },
  }));
}

try {
  const large = options.largest ? largestCall : largeCall;
  const [ofEmpty, ofLarge] = [
    await screensOf("empty", emptyCall),
    await screensOf("large", large),
  ];
  printLine("ms: after a change, again, beside", [
    "    empty    large    times    empty    large    times    empty    large",
  ]);
  for (const [at, screen] of ofEmpty.entries()) {
    const other = ofLarge[at];
    if (other && screen.title.includes(options.only))
      await compare(screen.title, [screen, other]);
  }
} finally {
  agent.destroy();
  await db.destroy();
  await heard.close();
}
