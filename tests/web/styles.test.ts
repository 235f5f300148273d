import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listProjectFiles } from "#tests/setup/import-lines.ts";

const assets = "build/client/assets";
const sheets = { public: readSheet("public"), review: readSheet("review") };

function readSheet(name: string): string {
  const sheet = new RegExp(`^${name}-[\\w-]+\\.css$`);
  const file = readdirSync(assets).find((built) => sheet.test(built));
  return readFileSync(`${assets}/${file}`, "utf8");
}

/** Where a file's markup is shown; what stands in neither side's folder may be on either. */
function sheetsOf(file: string): string[] {
  if (/^app\/(ui|routes)\/(review|reading)/.test(file)) return [sheets.review];
  if (file.startsWith("app/routes/_public")) return [sheets.public];
  return Object.values(sheets);
}

/** The blocks of GOV.UK Frontend that a file's markup is made of: `govuk-warning-text` of `govuk-warning-text__icon`. */
function blocksIn(text: string): string[] {
  const found = text.matchAll(/\bgovuk-[a-z]+(?:-[a-z]+)*(?=[\s"'`_-])/g);
  return [...new Set(Array.from(found, ([block]) => block))];
}

function isStyled(block: string, css: string): boolean {
  return new RegExp(`\\.${block}(?![a-z])`).test(css);
}

const files = listProjectFiles().filter((file) =>
  /^app\/(ui|routes)\/.*\.tsx$/.test(file),
);

test("everything on a page has its look in the style sheet that the page loads", () => {
  const unstyled = files.flatMap((file) =>
    blocksIn(readFileSync(file, "utf8"))
      .filter((block) => !sheetsOf(file).some((css) => isStyled(block, css)))
      .map((block) => `${block} in ${file}`),
  );
  expect(unstyled).toEqual([]);
});

test("a block that no sheet knows is seen, in one of several classes too", () => {
  const text = 'className="govuk-body govuk-cookie-banner__message"';
  expect(blocksIn(text)).toEqual(["govuk-body", "govuk-cookie-banner"]);
  expect(isStyled("govuk-cookie-banner", sheets.review)).toBe(false);
  expect(isStyled("govuk-body", sheets.review)).toBe(true);
});
