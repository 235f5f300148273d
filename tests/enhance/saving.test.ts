import { describe, expect, test } from "vitest";
import { fitsLeaving, readTypedReply } from "#app/enhance/save-typed.ts";
import { failureOf } from "#app/enhance/send-form.ts";
import { isSameTyped } from "#app/enhance/typed-fields.ts";
import { answeringWords } from "#app/words/public-en/answering.ts";

describe("the server's answer to what was typed", () => {
  test.each([
    [
      { draft: "d1", version: 3 },
      { kind: "saved", draft: "d1", version: 3 },
    ],
    [{ reason: "already-sent" }, { kind: "gone" }],
    [{ reason: "draft-gone" }, { kind: "gone" }],
    [{ reason: "no-cookie" }, { kind: "refused" }],
    [{}, { kind: "refused" }],
  ])("%j", (reply, read) => {
    expect(readTypedReply(reply)).toEqual(read);
  });

  test("a save from elsewhere comes with what is saved", () => {
    const saved: [string, string][] = [["a", "Hers"]];
    const reply = { reason: "saved-elsewhere", draft: "d1", version: 4, saved };
    expect(readTypedReply(reply)).toEqual({
      kind: "saved-elsewhere",
      draft: "d1",
      version: 4,
      saved,
    });
  });
});

test("what a browser sends while it leaves a page has a limit, counted as it is sent", () => {
  const arabic = (characters: number) =>
    new URLSearchParams({ a: "س".repeat(characters) });
  expect(fitsLeaving(new URLSearchParams({ a: "x".repeat(59_000) }))).toBe(
    true,
  );
  expect(fitsLeaving(new URLSearchParams({ a: "x".repeat(66_000) }))).toBe(
    false,
  );
  expect(fitsLeaving(arabic(9_000))).toBe(true);
  expect(fitsLeaving(arabic(11_000))).toBe(false);
});

test("the order of fields and ticks makes no difference, their values do", () => {
  const one: [string, string][] = [
    ["a", "1"],
    ["a", "2"],
  ];
  expect(isSameTyped(one, [...one].reverse())).toBe(true);
  expect(isSameTyped(one, [["a", "1"]])).toBe(false);
  expect(isSameTyped([["a", "b,c"]], [["a,b", "c"]])).toBe(false);
});

test.each([0, 302, 400, 403, 408, 413, 415, 421, 429, 500, 502, 503, 504])(
  "there are words for a %i, and they say that the text is there",
  (status) => {
    expect(answeringWords.keeping.failed[failureOf(status)]).toContain(
      "still on this page",
    );
  },
);
