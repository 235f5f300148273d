import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import {
  isCode,
  listProjectFiles,
  parseFile,
} from "#tests/setup/import-lines.ts";

/** In lines. What is usual is far below; these are where the tail ends. */
const ceilings = {
  file: 250,
  route: 200,
  component: 80,
  /** Actions and loaders too. */
  other: 40,
};

const files = listProjectFiles().filter(
  (file) =>
    (isCode(file) || file.endsWith(".scss")) && !file.startsWith("docs/"),
);

function countLines(text: string): number {
  return text.trimEnd().split("\n").length;
}

/** The functions of a file, those without a name too, and their lines from first to last. */
function measureFunctions(file: string) {
  const source = parseFile(file);
  const found: { name: string; lines: number }[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const named =
        node.name ??
        (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
      const lines = countLines(node.getText(source));
      found.push({ name: named?.getText(source) ?? "(unnamed)", lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function functionCeiling(name: string): number {
  return /^[A-Z]/.test(name) ? ceilings.component : ceilings.other;
}

test("no file is longer than 250 lines, no route longer than 200", () => {
  const tooLong = files
    .map((file) => ({ file, lines: countLines(readFileSync(file, "utf8")) }))
    .filter(
      ({ file, lines }) =>
        lines >
        (file.startsWith("app/routes/") ? ceilings.route : ceilings.file),
    );
  expect(tooLong).toEqual([]);
});

test("no function is longer than 40 lines, no component than 80", () => {
  const tooLong = files
    .filter((file) => file.startsWith("app/") && isCode(file))
    .flatMap((file) =>
      measureFunctions(file).map((measured) => ({ file, ...measured })),
    )
    .filter(({ name, lines }) => lines > functionCeiling(name));
  expect(tooLong).toEqual([]);
});
