import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inspectFile } from "#app/domain/files/inspect-file.server.ts";
import { openFairThreads } from "#app/domain/files/threads/fair-threads.server.ts";
import { makeDocx, makePdf, makePng } from "#tests/fixtures/documents.ts";
import { makeTestFolder } from "#tests/given/database.ts";

function openThreads(
  options: { senderMilliseconds?: number; threadCount?: number } = {},
) {
  const threads = openFairThreads<string, string>({
    script: "tests/processes/misbehaving.worker.ts",
    threadCount: 2,
    timeoutMilliseconds: 1_000,
    maxHeapMegabytes: 32,
    maxGrowthMegabytes: 300,
    maxWaiting: 6,
    maxWaitingOfSender: 4,
    senderMilliseconds: 60_000,
    forgetAfterMilliseconds: 600_000,
    ...options,
  });
  const ask = (sender: string, task: string, leftMilliseconds = 60_000) =>
    threads.ask({ sender, task, budget: { leftMilliseconds } });
  return { ask, threads };
}

test("one sender's hostile files never hold up another's honest one", async () => {
  const { ask } = openThreads();
  const order: string[] = [];
  const told = (name: string) => () => order.push(name);
  await Promise.all([
    ask("hostile", "loop").then(told("first loop")),
    ask("hostile", "loop").then(told("second loop")),
    ask("honest", "a").then(told("honest")),
    ask("honest", "b").then(told("honest")),
  ]);
  expect(order).toEqual(["honest", "honest", "first loop", "second loop"]);
});

test("who used the threads least is next", async () => {
  const { ask } = openThreads({ threadCount: 1 });
  await ask("hostile", "loop");
  const order: string[] = [];
  await Promise.all([
    ask("one", "take a second").then(() => order.push("one")),
    ask("hostile", "a").then(() => order.push("hostile")),
    ask("newcomer", "a").then(() => order.push("newcomer")),
  ]);
  expect(order).toEqual(["one", "newcomer", "hostile"]);
});

test("a request's budget and a sender's are used up, and another's are not", async () => {
  const { ask, threads } = openThreads({ senderMilliseconds: 1_500 });
  const budget = { leftMilliseconds: 800 };
  const task = "loop";
  const generous = openThreads().threads;
  await generous.ask({ sender: "a", task: "x", budget });
  expect(await generous.ask({ sender: "a", task: "x", budget })).toEqual({
    ok: true,
    answer: "answered x",
  });
  const first = await threads.ask({ sender: "a", task, budget });
  expect(first).toEqual({ ok: false, failure: "timed-out" });
  expect(await threads.ask({ sender: "a", task: "x", budget })).toEqual({
    ok: false,
    failure: "over-budget",
  });
  await ask("a", "loop");
  await ask("a", "loop");
  expect(await ask("a", "x")).toEqual({ ok: false, failure: "over-budget" });
  expect(await ask("b", "x")).toEqual({ ok: true, answer: "answered x" });
});

test("what waits is bounded, for one sender and for all", async () => {
  const { ask } = openThreads();
  const busy = { ok: false, failure: "busy" };
  const mine = Array.from({ length: 6 }, () => ask("a", "x"));
  expect(await mine[5]).toEqual(busy);
  const others = ["b", "c", "d", "e"].map((sender) => ask(sender, "x"));
  expect(await others[3]).toEqual(busy);
  expect(await Promise.all(mine.slice(0, 5))).not.toContainEqual(busy);
});

describe("what there was no time to check", () => {
  async function inspectWithoutTime(name: string, bytes: Buffer | string) {
    const file = path.join(makeTestFolder(), randomUUID());
    writeFileSync(file, bytes);
    const budget = { leftMilliseconds: 0 };
    return inspectFile(file, name, { sender: randomUUID(), budget });
  }

  test.each<[name: string, bytes: Buffer | string, typeId: string]>([
    ["figures.csv", "a,b\n-1,-2\n", "csv"],
    ["report.pdf", makePdf(), "pdf"],
    ["letter.docx", makeDocx(), "docx"],
    ["notes.txt", "Plain words", "txt"],
    ["photo.jpg", "\0\0\0\x18ftypheic", "heic"],
    ["Photo No.1", makePng(), "png"],
  ])("%s is taken and marked for staff", async (name, bytes, typeId) => {
    expect(await inspectWithoutTime(name, bytes)).toEqual({
      ok: true,
      typeId,
      flags: ["not-checked"],
    });
  });

  test.each<[name: string, bytes: Buffer | string, reason: string]>([
    ["page.pdf", "<html>", "mismatch"],
    ["photo.png", makePdf(), "mismatch"],
    ["report.txt", makePdf(), "mismatch"],
    ["program.txt", "MZ\x90", "mismatch"],
    ["program.exe", "MZ\x90", "wrong-type"],
    ["empty.pdf", "", "empty"],
    ["noextension", "Plain words", "not-checked"],
  ])("%s is still refused for what it is", async (name, bytes, reason) => {
    expect(await inspectWithoutTime(name, bytes)).toMatchObject({
      ok: false,
      reason,
    });
  });
});
