import { describe, expect, test } from "vitest";
import {
  doiKey,
  readDoi,
  readOrcid,
} from "#app/domain/calls/evidence-items/identifiers.ts";

describe("a DOI", () => {
  test.each([
    ["10.1000/ABC", "10.1000/ABC"],
    [" https://doi.org/10.1000/abc. ", "10.1000/abc"],
    ["http://dx.doi.org/10.1000/abc;", "10.1000/abc"],
    ["doi: 10.1000/abc,", "10.1000/abc"],
    ["DOI:10.1000.10/123#x", "10.1000.10/123#x"],
    [
      "10.1002/(SICI)1097<1661::AID>3.0.CO;2-2",
      "10.1002/(SICI)1097<1661::AID>3.0.CO;2-2",
    ],
    ["10.1000/żółć", "10.1000/żółć"],
  ])("%j is read as %j", (typed, doi) => {
    expect(readDoi(typed)).toBe(doi);
  });

  test.each([
    "",
    "10.1/abc",
    "10.1000/",
    "11.1000/abc",
    "10.1000/a b",
    "https://example.org/10.1000/abc",
  ])("is not %j", (typed) => {
    expect(readDoi(typed)).toBeUndefined();
  });

  test("is the same in any case, and behind any resolver", () => {
    expect(doiKey("https://doi.org/10.1000/ABC")).toBe(doiKey("10.1000/abc"));
  });
});

describe("an ORCID iD", () => {
  test.each([
    ["0000-0002-1825-0097", "0000-0002-1825-0097"],
    ["https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700"],
    ["000000021694233x", "0000-0002-1694-233X"],
  ])("%j is read as %j", (typed, orcid) => {
    expect(readOrcid(typed)).toBe(orcid);
  });

  test.each([
    "0000-0002-1825-0098",
    "0000-0002-1825",
    "",
    "0000-0001-5109-370X",
  ])("is not %j: its last character does not check", (typed) => {
    expect(readOrcid(typed)).toBeUndefined();
  });
});
