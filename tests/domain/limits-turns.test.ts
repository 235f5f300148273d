import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { takeTurns } from "#app/domain/limits/turns.ts";

const bounds = {
  atOnce: 3,
  atOnceForOne: 2,
  waiting: 2,
  waitingForOne: 2,
  waitMilliseconds: 1_000,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("of a kind of work", () => {
  test("so much runs at once, for one asker less, and the line is short", async () => {
    const wait = takeTurns(bounds);
    const first = await wait("ada");
    await wait("ada");
    const third = wait("ada");
    expect(await wait("ben")).toBeDefined();
    const fourth = wait("cy");
    expect(await wait("cy")).toBeUndefined();
    first?.end();
    expect(await third).toBeDefined();
    vi.advanceTimersByTime(1_000);
    expect(await fourth).toBeUndefined();
  });

  test("a turn that ends goes to the first in line who may have one", async () => {
    const wait = takeTurns({ ...bounds, atOnceForOne: 1 });
    const ada = await wait("ada");
    const ben = await wait("ben");
    await wait("cy");
    const adaAgain = wait("ada");
    const di = wait("di");
    ben?.end();
    expect(await di).toBeDefined();
    ada?.end();
    expect(await adaAgain).toBeDefined();
  });

  test("nobody fills the line alone", async () => {
    const wait = takeTurns({ ...bounds, atOnce: 1, waitingForOne: 1 });
    const ada = await wait("ada");
    const adaAgain = wait("ada");
    expect(await wait("ada")).toBeUndefined();
    const ben = wait("ben");
    ada?.end();
    (await adaAgain)?.end();
    expect(await ben).toBeDefined();
  });

  test("a turn ended twice is given back once", async () => {
    const wait = takeTurns({ ...bounds, atOnce: 2, waiting: 0 });
    const first = await wait("ada");
    await wait("ben");
    first?.end();
    first?.end();
    expect(await wait("cy")).toBeDefined();
    expect(await wait("di")).toBeUndefined();
  });
});
