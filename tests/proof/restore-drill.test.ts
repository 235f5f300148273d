import { test } from "vitest";
import { drillBriefly } from "#tests/given/drills.ts";

test(
  "what was acknowledged before a backup begins comes back from it, at fifty writes a second",
  { timeout: 180_000 },
  () => drillBriefly({}),
);
