import { expect, test } from "vitest";
import { en } from "#app/words/public-en/words.ts";
import { cy } from "#app/words/public-cy/words.ts";
import { gateWords as english } from "#app/words/public-en/gates.ts";
import { gateWords as welsh } from "#app/words/public-cy/gates.ts";

/** What is the same in both languages: names, formats, what a script puts in. */
const sameInBoth = new Set([
  "Heard",
  "RIS",
  "BibTeX",
  "CSL-JSON",
  "DOI",
  "",
  "ltr",
]);

function textsOf(part: unknown, at = ""): [string, string][] {
  if (typeof part === "string") return [[at, part]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    textsOf(inner, `${at}.${name}`),
  );
}

test("no text of the Welsh pages was left in English, and each has the places that a script fills", () => {
  const inEnglish = new Map(textsOf([en, english]));
  const inWelsh = textsOf([cy, welsh]);
  expect(inWelsh.length).toBe(inEnglish.size);
  const left = inWelsh.filter(
    ([at, text]) => inEnglish.get(at) === text && !sameInBoth.has(text),
  );
  expect(left).toEqual([]);
  const places = (text = "") =>
    [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
  for (const [at, text] of inWelsh)
    expect([at, ...places(text)]).toEqual([at, ...places(inEnglish.get(at))]);
});

test("the title of a page with an error begins as its error messages do", () => {
  expect(cy.errorTitle("Eich ateb")).toBe("Gwall: Eich ateb");
  expect(cy.keeping.errorTitle).toBe("Gwall: ");
  expect(cy.form.errorPrefix).toBe("Gwall:");
});

test("a noun after a number stays in the singular and begins as the number has it", () => {
  const asked = (questionCount: number) =>
    cy.facts.questions({
      ...{ minutes: undefined, isUpTo: false, requiredCount: 0 },
      ...{ questionCount, asksWho: "never" },
    });
  expect([1, 2, 3, 4, 6, 7].map((count) => asked(count).split(".")[0])).toEqual(
    [
      "1 cwestiwn",
      "2 gwestiwn",
      "3 chwestiwn",
      "4 cwestiwn",
      "6 chwestiwn",
      "7 cwestiwn",
    ],
  );
  expect(cy.facts.minutes(2)).toBe("Tua 2 funud");
  expect(cy.timeLeft(2)).toBe("2 ddiwrnod ar ôl");
});

test("times are London's, in Welsh", () => {
  expect(cy.times.time("2021-12-15T17:00:00.000Z")).toBe(
    "5pm ddydd Mercher 15 Rhagfyr 2021",
  );
  expect(cy.times.time("2021-07-04T11:00:00.000Z")).toBe(
    "hanner dydd ddydd Sul 4 Gorffennaf 2021",
  );
  expect(cy.times.time("2021-12-14T00:00:00.000Z")).toBe(
    "hanner nos ar ddechrau dydd Mawrth 14 Rhagfyr 2021",
  );
  expect(cy.times.date("2021-03-27T12:00:00.000Z")).toBe("27 Mawrth 2021");
});

test("a file that is not taken is named as what it is", () => {
  const limits = { maxFiles: 10, maxFileBytes: 5e7, maxDraftBytes: 1e8 };
  const told = cy.attachments.refusals.mismatch({
    ...{ name: "gwyliau.pdf", found: "web-page", limits },
  });
  expect(told).toMatch(
    /^Mae “gwyliau.pdf” yn dudalen we, er bod ei henw yn gorffen â .pdf\. Agorwch/,
  );
});
