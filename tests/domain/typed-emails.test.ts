import { describe, expect, test } from "vitest";
import { wordsIn } from "#app/words/words.ts";
import { ask } from "#tests/asking/typed-answers.ts";

const { read, line, refusal } = ask({ type: "email" });
const { emailAlone, emailFormat } = wordsIn("en").questions;

describe("an address is taken as it is meant, and kept as the check shows it", () => {
  test.each([
    "jo@example.org",
    "  jo@example.org\n",
    "jo@example.org.",
    "jo@example.org,",
    "jo@example.org;",
    "mailto:jo@example.org",
    "Jo Bloggs <jo@example.org>",
    '"Bloggs, Jo" <jo@example.org>;',
    "<jo@example.org>",
    '"jo@example.org"',
    "(jo@example.org).",
    "\u200Bjo@example.org",
    "\u202Ajo@example.org\u202C",
    "jo@exam\u00ADple.org",
    "jo\uFF20example\uFF0Eorg",
  ])("%j", (typed) => {
    expect(read(typed).data).toBe("jo@example.org");
    expect(line(typed)).toBe("jo@example.org");
  });

  test.each([
    "o'neill+care@sub.example.co.uk",
    "jo_b.x@example.museum",
    "J\u00F6@b\u00FCcher.example",
    "jo@\u4F8B\u3048.\u30C6\u30B9\u30C8",
    `${"l".repeat(64)}@example.org`,
  ])("%s stays as it is", (typed) => {
    expect(read(typed).data).toBe(typed);
    expect(line(typed)).toBe(typed);
  });
});

describe("what would be another address is asked again", () => {
  test.each([
    ["jo@example.org or 07700 900000", emailAlone],
    ["jo bloggs@example.org", emailAlone],
    ["jo@example.org please do not share", emailAlone],
    ["jo @example.org", emailAlone],
    ["jo@example.org jo@example.org", emailAlone],
    ["a@example.org, b@example.org", emailAlone],
    ["jo..b@example.org", emailFormat],
    [".jo@example.org", emailFormat],
    ["jo.@example.org", emailFormat],
    ["jo@-example.org", emailFormat],
    ["jo@example-.org", emailFormat],
    ["jo@example..org", emailFormat],
    ["jo@example", emailFormat],
    ["jo@1.2.3", emailFormat],
    ["jo@0x7f.1", emailFormat],
    ["jo@127.0.0.1", emailFormat],
    ["jo@example.org/path", emailFormat],
    ["jo@example.org:80", emailFormat],
    ["jo@ex%61mple.org", emailFormat],
    ["jo@b@example.org", emailFormat],
    ["@example.org", emailFormat],
    ["07700 900000", emailFormat],
    [`${"l".repeat(65)}@example.org`, emailFormat],
    [`jo@${"a.".repeat(130)}org`, emailFormat],
    [`jo@${"a".repeat(64)}.org`, emailFormat],
    ["<".repeat(500_000), emailFormat],
  ])("%j", (typed, message) => {
    expect(refusal(typed).message).toBe(message);
  });
});

test("one in which nothing can be seen was not given", () => {
  for (const typed of ["\u200B", " \u202A ", "<>", "."]) {
    expect(read(typed)).toMatchObject({ success: true, data: undefined });
    expect(line(typed)).toBeUndefined();
    expect(ask({ type: "email", required: true }).read(typed).success).toBe(
      false,
    );
  }
});
