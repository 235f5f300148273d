import { expect, test } from "vitest";
import { runDrill } from "#app/tasks/drill/drill.server.ts";

test(
  "what was acknowledged before a backup begins comes back from it, at fifty writes a second",
  { timeout: 180_000 },
  async () => {
    const told: string[] = [];
    const result = await runDrill({
      writesPerSecond: 50,
      secondsAround: 1,
      tell: (line) => told.push(line),
    });
    expect(result.faults).toEqual([]);
    expect(result.writesBefore).toBeGreaterThanOrEqual(50);
    expect(result.writesMeanwhile).toBeGreaterThan(0);
    expect(result.manifest.files.length).toBeGreaterThan(5);
    const { responses = 0 } = result.manifest.facts.rows;
    expect(responses).toBeGreaterThan(15);
    expect(told).toHaveLength(3);
  },
);
