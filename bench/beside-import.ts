import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { sameOrigin, urlencoded } from "./forms.ts";
import type { Heard } from "./heard.ts";
import { askOnce, timed, type Timed } from "./one-by-one.ts";
import { madeUpTexts } from "./texts.ts";

export type Waits = Timed & { longest: number; count: number };

const senders = 16;
/** Two forms a second is more than anybody types. */
const pauseMilliseconds = 500;
/** And then the draft is sent. */
const pagesOfDraft = 3;
/** No two the same: a letter that comes from one network again and again is held back. */
const answerOf = (cookie: string) =>
  `${"Ask the people who were there. ".repeat(20)}${cookie.slice(-12)}`;

/** What people who send wait for while `npm run import` works in a process of its own, and the same without it. */
export async function sendBesideImport(
  heard: Heard,
  of: { rows: number; seconds: number },
) {
  const drafts = [...heard.prepared.draftCookies];
  const send = (goesOn: () => boolean) => sendWhile(heard, { drafts, goesOn });
  const during = (seconds: number) => {
    const endsAt = performance.now() + seconds * 1000;
    return () => performance.now() < endsAt;
  };
  // The first of a server's answers wait for everything to be loaded.
  await send(during(3));
  const alone = await send(during(of.seconds));
  const files = writeImport(heard.folder, of.rows);
  const startedAt = performance.now();
  let isUnderWay = true;
  const importing = runImport(heard, files).finally(() => (isUnderWay = false));
  const [beside] = await Promise.all([send(() => isUnderWay), importing]);
  const importSeconds = (performance.now() - startedAt) / 1000;
  return { alone, beside, importSeconds };
}

/** Each sender has drafts of their own, answers a page some times and sends it. @throws where a form is not taken. */
export async function sendWhile(
  { origin, prepared }: Heard,
  { drafts, goesOn }: { drafts: string[]; goesOn: () => boolean },
): Promise<Waits> {
  const taken: number[] = [];
  const post = async (
    agent: http.Agent,
    { page, cookie, form }: { page: string; cookie: string; form: object },
  ) => {
    const { status, milliseconds } = await askOnce({
      url: `${origin}/respond/${prepared.callSlug}/${page}`,
      method: "POST",
      agent,
      headers: { cookie, ...sameOrigin(origin), ...urlencoded },
      body: new URLSearchParams({ ...form }).toString(),
    });
    if (status !== 303) throw new Error(`${page} was answered ${status}`);
    taken.push(milliseconds);
    await sleep(pauseMilliseconds);
  };
  const sender = async (_: unknown, number: number) => {
    // A connection that all share might be found closed by who takes it up again.
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    await sleep((number * pauseMilliseconds) / senders);
    while (goesOn()) {
      const cookie = drafts.pop();
      if (!cookie) throw new Error("There are no drafts left to send");
      const form = { advice: answerOf(cookie) };
      for (let page = 0; page < pagesOfDraft && goesOn(); page += 1)
        await post(agent, { page: "advice", cookie, form });
      await post(agent, { page: "check", cookie, form: {} });
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return { ...timed(taken), longest: Math.max(...taken), count: taken.length };
}

type ImportFiles = { csv: string; map: string };

function writeImport(folder: string, rows: number): ImportFiles {
  const csv = path.join(folder, "letters.csv");
  const map = path.join(folder, "letters-map.json");
  const lines = ["Number,Text"];
  for (const text of madeUpTexts(rows)) lines.push(`${lines.length},${text}`);
  writeFileSync(csv, lines.join("\n"));
  const importMap = {
    channel: "letter",
    receivedAt: { date: "2026-05-31" },
    sourceId: "Number",
    answers: { advice: "Text" },
  };
  writeFileSync(map, JSON.stringify(importMap));
  return { csv, map };
}

async function runImport(heard: Heard, { csv, map }: ImportFiles) {
  const command = ["--import", "tsx", "app/tasks/import-responses.ts"];
  const { callSlug } = heard.prepared;
  await promisify(execFile)(
    process.execPath,
    [...command, "--call", callSlug, "--map", map, csv],
    { env: { ...process.env, ...heard.settings } },
  );
}
