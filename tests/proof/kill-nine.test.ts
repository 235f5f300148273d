import { expect, test } from "vitest";
import { proveKillNine } from "./kill-nine.ts";

test(
  "a server killed while 100 people send loses nothing that it acknowledged",
  { timeout: 180_000 },
  async () => {
    const result = await proveKillNine({ clients: 100, rounds: 1 });
    expect(result.losses).toEqual([]);
    expect(result.kills).toBe(1);
    expect(result.references).toBeGreaterThanOrEqual(30);
    expect(result.files).toBeGreaterThan(0);
  },
);
