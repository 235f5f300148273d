/**
 * `npm run bench:builder`: every screen on which a call is made, of a call with
 * 60 pages and 200 questions beside an empty one: what the first view after a
 * change takes of the server's processor, the next, and how long anybody else
 * waits meanwhile. Options after `--`: `--only <part of a title>`, `--rounds 20`
 * counts over so many views, `--largest` takes a call of 744 questions.
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
import { processorMilliseconds } from "./servers.ts";
import { figure, printLine } from "./lines.ts";
import { askOnce } from "./one-by-one.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "20" },
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
async function waitBeside(screen: Promise<unknown>): Promise<number> {
  let isDone = false;
  void screen.finally(() => (isDone = true));
  let longest = 0;
  while (!isDone) longest = Math.max(longest, await see("/healthcheck"));
  return longest;
}

/** What a view takes of the server's processor, of so many. */
async function work(view: () => Promise<unknown>): Promise<number> {
  const before = processorMilliseconds(heard.server);
  for (let round = 0; round < rounds; round += 1) await view();
  return (processorMilliseconds(heard.server) - before) / rounds;
}

async function look({ callId, path }: Screen) {
  const view = () => see(path);
  const changeAndView = async () => {
    await change(callId);
    await view();
  };
  await changeAndView();
  const first = await work(changeAndView);
  const next = await work(view);
  let beside = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds / 4; round += 1) {
    await change(callId);
    beside = Math.min(beside, await waitBeside(view()));
  }
  return { first, next, beside };
}

async function compare(title: string, both: [Screen, Screen]) {
  const [empty, large] = [await look(both[0]), await look(both[1])];
  printLine(title, [
    ...(["first", "next"] as const).flatMap((view) => [
      ...[figure(empty[view]), figure(large[view])],
      figure(large[view] / empty[view], 2),
    ]),
    ...[figure(empty.beside), figure(large.beside)],
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
  printLine("ms of work: first, again; beside", [
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
