import { describe, expect, test } from "vitest";
import { evidenceItemSchema } from "#app/domain/calls/evidence-items/evidence-item.ts";
import { findDuplicates } from "#app/domain/evidence/duplicates.ts";
import {
  readTypedItem,
  writeTypedItem,
} from "#app/domain/evidence/item-form.ts";
import { fingerprintItem } from "#app/domain/evidence/put-item.server.ts";
import { someItem } from "#tests/given/evidence.ts";

describe("duplicates", () => {
  const author = (family: string) => [{ family, given: "A." }];
  const issued = (year: number) => ({ "date-parts": [[year]] as [number[]] });
  const duplicatesOf = (items: ReturnType<typeof someItem>[]) =>
    Array.from(findDuplicates(items), ([id, same]) => [
      Number(id),
      Number(same.id),
    ]);

  test("have one DOI in whatever case, or one title, year and first author", () => {
    expect(
      duplicatesOf([
        someItem(1, {
          title: "Rest for carers",
          author: author("Ferreira"),
          issued: issued(2019),
        }),
        someItem(2, { title: "Rest", DOI: "10.1000/ABC" }),
        someItem(3, { title: "Another", DOI: "10.1000/abc" }),
        someItem(4, {
          title: "REST, for Carérs!",
          author: author("Férreira"),
          issued: issued(2019),
        }),
      ]),
    ).toEqual([
      [3, 2],
      [4, 1],
    ]);
  });

  test("are not those of another year or author, nor of two DOIs under one title", () => {
    expect(
      duplicatesOf([
        someItem(1, {
          title: "Editorial",
          author: author("Ferreira"),
          issued: issued(2019),
        }),
        someItem(2, {
          title: "Editorial",
          author: author("Ferreira"),
          issued: issued(2020),
        }),
        someItem(3, {
          title: "Editorial",
          author: author("Berg"),
          issued: issued(2019),
        }),
        someItem(4, { title: "Rest", DOI: "10.1000/a" }),
        someItem(5, { title: "Rest", DOI: "10.1000/b" }),
        someItem(6, { title: undefined }),
        someItem(7, { title: undefined }),
      ]),
    ).toEqual([]);
  });
});

describe("the form of an item", () => {
  const choices = { topics: ["breaks"], fileIds: ["f1"] };
  const before = someItem(1, {
    type: "article-journal",
    abstract: "Kept.",
    volume: "12",
    author: [{ literal: "Health, Care" }, { family: "Berg", given: "Anna" }],
    issued: { "date-parts": [[2019, 3]] },
  });

  test("that nobody changes leaves all of the item, also what it does not show", () => {
    const typed = writeTypedItem(before);
    expect(readTypedItem({ before, typed, ...choices })).toEqual({
      ok: true,
      item: { ...before, own: { kind: "journal-article" } },
    });
  });

  test("takes what is typed, tidied, and only what can be chosen", () => {
    const typed = {
      ...writeTypedItem(before),
      kind: ["evaluation"],
      title: ["  Our   own\nevaluation "],
      year: ["2021"],
      DOI: ["https://doi.org/10.1000/x."],
      found: ["One.\n\nTwo."],
      topics: ["breaks", "invented"],
      fileId: ["somebody-elses"],
    };
    const reading = readTypedItem({ before, typed, ...choices });
    expect(reading).toMatchObject({
      item: {
        csl: {
          type: "report",
          title: "Our own evaluation",
          issued: { "date-parts": [[2021]] },
          DOI: "10.1000/x",
          abstract: "Kept.",
        },
        own: { kind: "evaluation", found: "One.\n\nTwo.", topics: ["breaks"] },
      },
    });
    expect(JSON.stringify(reading)).not.toContain("somebody-elses");
  });

  test("asks for a title, and that what is given is what it says", () => {
    const typed = {
      year: ["next"],
      DOI: ["11.1"],
      URL: ["javascript:alert(1)"],
      ORCID: ["0000-0002-1825-0098"],
      found: ["x".repeat(4_001)],
    };
    const reading = readTypedItem({ before, typed, ...choices });
    expect(!reading.ok && reading.problems).toEqual({
      title: { reason: "title-missing" },
      year: { reason: "year" },
      DOI: { reason: "DOI" },
      URL: { reason: "URL" },
      ORCID: { reason: "ORCID" },
      found: { reason: "too-long", maxCharacters: 4_000 },
    });
  });
});

test("an item that was imported is the same text when its form is sent twice", () => {
  const before = someItem(1, { DOI: "10.1000/1", volume: "3" });
  const typed = { ...writeTypedItem(before), title: ["Corrected"] };
  const read = (item: typeof before) => {
    const reading = readTypedItem({
      ...{ before: item, typed },
      ...{ topics: [], fileIds: [] },
    });
    if (!reading.ok) throw new Error("It fits");
    return reading.item;
  };
  const once = read(before);
  // As a draft gives it back.
  const kept = evidenceItemSchema.parse(once);
  expect(JSON.stringify(once)).toBe(JSON.stringify(kept));
  expect(fingerprintItem(read(kept))).toBe(fingerprintItem(kept));
});
