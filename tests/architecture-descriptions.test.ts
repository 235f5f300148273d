import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { descriptions } from "#app/words/public-en/descriptions.ts";
import { listProjectFiles } from "#tests/setup/import-lines.ts";

/** What is passed on has a description of the review's own. */
const shared = ["_public._index.tsx", "_public.calls.$call.tsx"];

/** The frame of all pages, and the page that there is not. */
const noPages = ["_public.tsx", "_public.$.tsx"];

const pages = listProjectFiles()
  .filter((file) => /^app\/routes\/_public\b.*\.tsx$/.test(file))
  .map((file) => ({
    name: file.replace("app/routes/", ""),
    code: readFileSync(file, "utf8"),
  }))
  .filter(({ name }) => !noPages.includes(name))
  .filter(({ name, code }) =>
    name.includes("/")
      ? name.endsWith("/route.tsx")
      : code.includes("export default function"),
  );

const describedAs = (code: string) =>
  /\bMetaFunction<typeof loader> = \(\{ data \}\) =>\s+describedMeta\(\s*[\w?.]+,\s+"(\w+)"(?:,\s+data\?\.(?:shown\.)?language)?,?\s*\)/.exec(
    code,
  )?.[1];

test("every public page says what it is for, and no two in the same words", () => {
  expect(pages.length).toBeGreaterThan(30);
  const own = pages.filter(({ name }) => !shared.includes(name));
  const told = own.map(({ name, code }) => [name, describedAs(code)]);
  expect(told.filter(([, description]) => !description)).toEqual([]);
  expect(told.map(([, description]) => description).toSorted()).toEqual(
    Object.keys(descriptions).toSorted(),
  );
  for (const name of shared)
    expect(pages.find((page) => page.name === name)?.code).toMatch(
      /=>\s+publicMeta\(data\?\.shared\)/,
    );
});

test("a description is in the language of its page", () => {
  const inEnglish = pages
    .filter(({ code }) => code.includes("describedMeta("))
    .filter(({ code }) => !/,\s+data\?\.(shown\.)?language,?\s*\)/.test(code))
    .map(({ name }) => name);
  expect(inEnglish).toEqual([]);
});

test("a description is one that a search engine shows whole", () => {
  const sentences = Object.values(descriptions);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence.length).toBeLessThanOrEqual(160);
  }
});
