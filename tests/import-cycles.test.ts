import { expect, test } from "vitest";
import { findImportCycles } from "#tests/setup/import-cycles.ts";
import {
  isCode,
  listProjectFiles,
  readImports,
} from "#tests/setup/import-lines.ts";

test("no file reaches itself through its imports", () => {
  const lines = listProjectFiles()
    .filter(isCode)
    .flatMap((file) => readImports(file));
  expect(findImportCycles(lines)).toEqual([]);
});

test("files that reach themselves are found, by types and over other files too", () => {
  const cycles = findImportCycles([
    ...readImports("app/ui/d.tsx", `import { a } from "./a.tsx"`),
    ...readImports("app/ui/a.tsx", `import { b } from "./b.tsx"`),
    ...readImports("app/ui/b.tsx", `export type { C } from "./c.tsx"`),
    ...readImports("app/ui/c.tsx", `import type { A } from "./a.tsx"`),
  ]);
  expect(cycles).toEqual([["app/ui/a.tsx", "app/ui/b.tsx", "app/ui/c.tsx"]]);
});
