import { describe, expect, test } from "vitest";
import {
  leastMsToSend,
  reasonsToHoldBack,
} from "#app/domain/responses/held-back.ts";

const now = new Date("2026-11-22T09:00:00Z");

describe("the reasons", () => {
  const person = {
    ...{ hasFilledTrap: false, isSentAgain: false, tellsOfRisk: false, now },
  };
  const begun = (ms: number) => new Date(now.getTime() - ms);

  test.each([
    ["a person's", { begunAt: begun(60_000) }, []],
    ["the quickest person's", { begunAt: begun(leastMsToSend) }, []],
    ["at once", { begunAt: begun(leastMsToSend - 1) }, ["sent-at-once"]],
    ["by a clock that was set back", { begunAt: begun(-5_000) }, []],
    [
      "whatever there is filled in",
      { begunAt: begun(60_000), hasFilledTrap: true },
      ["filled-trap"],
    ],
    [
      "the same as many",
      { begunAt: begun(60_000), isSentAgain: true },
      ["sent-again"],
    ],
    [
      "all of them",
      { begunAt: begun(0), hasFilledTrap: true, isSentAgain: true },
      ["filled-trap", "sent-at-once", "sent-again"],
    ],
    [
      "somebody may be at risk",
      {
        ...{ begunAt: begun(0), hasFilledTrap: true },
        ...{ isSentAgain: true, tellsOfRisk: true },
      },
      [],
    ],
  ])("%s", (_, sent, reasons) => {
    expect(reasonsToHoldBack({ ...person, ...sent })).toEqual(reasons);
  });
});
