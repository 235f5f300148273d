import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sharedModules } from "../../vite.program-modules.js";

const pages = readFileSync("build/server/index.js", "utf8");
const classesOf = (file: string) =>
  Array.from(
    readFileSync(file, "utf8").matchAll(/^export class (\w+)/gm),
    ([, name = ""]) => name,
  );

test("an error of the program's is an instance of the class that the pages of a built server know", () => {
  const classes = sharedModules().flatMap(classesOf);
  expect(classes).toContain("AttachmentStoreError");
  const twice = classes.filter((name) => pages.includes(`class ${name} `));
  expect(twice).toEqual([]);
  expect(pages).toMatch(/from "\.\.\/program\/app\/domain\//);
});
