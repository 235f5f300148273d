import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeRespondent } from "#tests/asking/respondent.ts";
import {
  makeHomeWithDemoCalls,
  removeServerHome,
  startServer,
} from "#tests/given/servers.ts";

const hasStrace = spawnSync("strace", ["-V"]).status === 0;

/** Watches every thread of a process; `end` gives what it did, in the order in which it was done. */
async function traceSystemCalls(pid: number, file: string) {
  const strace = spawn("strace", [
    ...["-f", "-y", "-s", "300", "-o", file, "-p", String(pid)],
    ...["-e", "trace=fsync,fdatasync,write,writev,sendto,rename,renameat2"],
  ]);
  // It says "attached" on its standard error.
  await once(strace.stderr, "data");
  return async () => {
    strace.kill("SIGINT");
    await once(strace, "exit");
    return finishedCalls(readFileSync(file, "utf8"));
  };
}

/** One line for each call, where it ended: another thread's calls stand between its beginning and its end. */
function finishedCalls(trace: string): string[] {
  const begun = new Map<string, string>();
  return trace.split("\n").flatMap((line) => {
    const [, thread = "", rest = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith("<unfinished ...>")) {
      begun.set(thread, rest.replace("<unfinished ...>", ""));
      return [];
    }
    const [, end] = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest) ?? [];
    return [end === undefined ? rest : `${begun.get(thread) ?? ""}${end}`];
  });
}

test.skipIf(!hasStrace)(
  "files and the log are on disk before the answer that promises it (needs strace)",
  async () => {
    const home = await makeHomeWithDemoCalls();
    onTestFinished(() => removeServerHome(home));
    // Started twice: on the second open of a WAL file the library's own default would commit without fsync.
    await (await startServer(home)).stop();
    const server = await startServer(home, { WORKER: "separate" });
    onTestFinished(() => server.kill());

    const respondent = makeRespondent(home.address, "call-for-advice");
    await respondent.open("/respond/call-for-advice/about-you");
    await respondent.answer("about-you", { "respondent-kind": "parent" });
    await respondent.answer("what-first", { "what-first": "Listen." });
    await respondent.answer("quoting", { "may-quote": "yes" });

    const endUpload = await traceSystemCalls(
      server.pid,
      path.join(home.folder, "upload.trace"),
    );
    const uploaded = await respondent.upload("files", [
      { name: "one.pdf", bytes: makePdf({ text: "one" }) },
      { name: "two.txt", bytes: Buffer.from("two ".repeat(1_000)) },
    ]);
    // The next answer tells that what came before it is in the trace.
    await respondent.open("/healthcheck");
    const upload = await endUpload();
    expect(uploaded.status).toBe(303);
    const uploadAnswer = upload.findIndex((call) =>
      call.includes("HTTP/1.1 303"),
    );
    const before = upload.slice(0, uploadAnswer);
    const isSync = (call: string) => /^f(data)?sync\(.*\) += 0$/.test(call);
    const synced = before.filter(isSync);
    expect(uploadAnswer).toBeGreaterThan(0);
    expect(synced.filter((call) => call.includes("/staging/"))).toHaveLength(2);
    expect(synced.some((call) => call.includes(`${home.uploadsFolder}>`))).toBe(
      true,
    );
    expect(synced.some((call) => call.includes("heard.sqlite-wal"))).toBe(true);

    const endSending = await traceSystemCalls(
      server.pid,
      path.join(home.folder, "sending.trace"),
    );
    const sent = await respondent.sendAnswers();
    const receipt = await respondent.readReceipt();
    const sending = await endSending();
    expect(sent.status).toBe(303);
    expect(receipt).toBeDefined();
    const promise = sending.findIndex((call) => call.includes("HTTP/1.1 303"));
    expect(promise).toBeGreaterThan(0);
    expect(
      sending
        .slice(0, promise)
        .some((call) => isSync(call) && call.includes("heard.sqlite-wal")),
    ).toBe(true);
  },
);
