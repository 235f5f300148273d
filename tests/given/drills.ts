import { expect } from "vitest";
import {
  type Drill,
  type DrillResult,
  runDrill,
} from "#app/tasks/drill/drill.server.ts";

/** A drill of a second before and a second after, by the built commands; everything came back from it. */
export async function drillBriefly(
  places: Pick<Drill, "from" | "to">,
): Promise<DrillResult> {
  const told: string[] = [];
  const result = await runDrill({
    writesPerSecond: 50,
    secondsAround: 1,
    tell: (line) => told.push(line),
    fileOf: (task) => [`build/program/app/tasks/${task}.js`],
    ...places,
  });
  expect(result.faults).toEqual([]);
  expect(result.writesBefore).toBeGreaterThanOrEqual(50);
  expect(result.writesMeanwhile).toBeGreaterThan(0);
  expect(result.manifest.files.length).toBeGreaterThan(5);
  const { responses = 0 } = result.manifest.facts.rows;
  expect(responses).toBeGreaterThan(15);
  expect(told).toHaveLength(3);
  return result;
}
