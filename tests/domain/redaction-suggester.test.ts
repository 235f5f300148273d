import { describe, expect, test } from "vitest";
import { suggestRedactions } from "#app/domain/redaction/suggest-spans.ts";
import { hasPiiTexts, measureSuggester } from "#tests/fixtures/pii-texts.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

/** What is suggested in a text, as "kind: words". */
const told = (text: string) =>
  suggestRedactions(text).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );

describe.skipIf(!hasPiiTexts)(
  "the 200 texts of ../shared/data/redaction (skipped where they are not there)",
  () => {
    test("of phones, e-mails, postcodes, NHS and NI numbers 95 of 100 are found, and 80 of 100 suggestions are right", () => {
      const measured = measureSuggester();
      expect(measured).toHaveLength(6);
      for (const { kind, wanted, recall, precision } of measured) {
        expect(wanted).toBeGreaterThan(15);
        if (kind === "name") continue;
        expect({ kind, isEnough: recall >= 0.95 }).toEqual({
          kind,
          isEnough: true,
        });
        expect({ kind, isRight: precision >= 0.8 }).toEqual({
          kind,
          isRight: true,
        });
      }
    });

    test("of names three of four are found, and nearly all that are found are names", () => {
      const name = measureSuggester().find(({ kind }) => kind === "name");
      expect(name?.recall).toBeGreaterThan(0.7);
      expect(name?.precision).toBeGreaterThan(0.95);
    });
  },
);

test.each([
  ["07700 900123", "phone"],
  ["+44 (0)20 7946 0516", "phone"],
  ["0044 20 7946 0516", "phone"],
  ["(0161) 496-0828", "phone"],
  ["016977 1234", "phone"],
  ["0800 111 111", "phone"],
  ["+353 1 496 0123", "phone"],
  ["０７７００ ９００１２３", "phone"],
  ["07700\u00a0900\u2011123", "phone"],
  ["07700\n900123", "phone"],
  ["٠٧٧٠٠٩٠٠١٢٣", "phone"],
  ["jo.o'neil+ward@nhs.example.org", "email"],
  ["jo @ example.org", "email"],
  ["jo.smith@\nexample.co.uk", "email"],
  ["zoë (at) bücher (dot) example", "email"],
  ["SW1A 1AA", "postcode"],
  ["sw1a1aa", "postcode"],
  ["M1\u20091AE", "postcode"],
  ["EC1A\n1BB", "postcode"],
  ["９９９ ２１３ ５６８９", "nhs-number"],
  ["999-213-5689", "nhs-number"],
  ["AA 31 13 03 D", "ni-number"],
  ["pw665625c", "ni-number"],
])("%j is told as what it is: %s", (words, kind) => {
  expect(told(`It was ${words}, I think.`)).toEqual([`${kind}: ${words}`]);
});

test.each([
  "Ref ABC/2021/00457 and AA/31/13/03/D.",
  "ISBN 978-0-306-40615-7, ISBN 0 19 852663 6, DOI 10.1136/bmj.01234567890.",
  "It cost £1,250.00 in 2019-20, up 12% on 01-02-2019 10:30.",
  "Sort code 04-21-93 97394445.",
  "Take the m1 1st exit; ward b12 2nd floor, or b6 4hr wait.",
  "Reg no BT17 HNR. Ward B12 was fine. The e10 5kg bag.",
  "The number 999 213 5680 does not check, and 9992135681 neither.",
  "We had ka 10 20 30 a week, and BG 31 13 03 D is no prefix.",
  "Meet @ the ward, @nhs, a@b and c@d.",
  "I am very happy. My son was happy. Thanks, The team.",
])("nothing is suggested in: %s", (text) => {
  expect(told(text)).toEqual([]);
});

test("where the text says that it is an NHS or NI number, one that is mistyped is told too", () => {
  expect(told("My NHS number is 999 213 5680")).toEqual([
    "nhs-number: 999 213 5680",
  ]);
  expect(told("NINO: AA 31 13 03")).toEqual(["ni-number: AA 31 13 03"]);
});

test("an emoji before the words moves no offset, and several are told in the order of the text", () => {
  const text =
    "👩‍⚕️ Dr Amira Khan rang 07700 900123 from M1 1AE; 😀 then 020 7946 0516.";
  expect(told(text)).toEqual([
    "name: Amira Khan",
    "phone: 07700 900123",
    "postcode: M1 1AE",
    "phone: 020 7946 0516",
  ]);
});

test("kinds that overlap are one suggestion over all of it", () => {
  expect(told("Write to 07700900123@example.org now")).toEqual([
    "email: 07700900123@example.org",
  ]);
  expect(told("My name is Dr Amira Khan.")).toEqual(["name: Dr Amira Khan"]);
});

test.each([
  ["a.a.a.", "a."],
  ["@ after @", "a@"],
  ["at signs and dots", "a.a@a.a."],
  ["digits", "0"],
  ["digits apart", "07 "],
  ["postcodes", "M1 1AE"],
  ["letters of an NI number", "AA 31 13 "],
  ["capitals", "Dr Aa "],
  ["capitals and no end", "A"],
  ["particles", "Dr van van "],
  ["(at)", "a(at)"],
  ["dots in brackets", "a@a (dot) "],
  ["spaces", "from  "],
])("100 kB of %s are read in a line", async (_, unit) => {
  const growth = await measureGrowth(
    (size) => suggestRedactions(unit.repeat(size / unit.length)),
    25_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
});
