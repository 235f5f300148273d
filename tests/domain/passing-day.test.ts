import { expect, test } from "vitest";
import { passingSchema } from "#app/domain/responses/safeguarding/case-forms.ts";

const read = (passedOn: unknown) =>
  passingSchema.safeParse({
    ...{ passedTo: "The council", way: "phone", why: "Named.", passedOn },
  });

test.each([
  "2026-11-07",
  "7 November 2026",
  "7 Nov 2026",
  "07/11/2026",
  "7.11.2026",
  "Saturday, the 7th of November 2026",
])("%s is a day", (typed) => {
  expect(read(typed).data?.passedOn).toBe("2026-11-07");
});

test.each(["", "yesterday", "November 2026", "2026", "31/11/2026", "7/11"])(
  "%j is none, or not one day",
  (typed) => {
    expect(read(typed).error?.issues).toMatchObject([
      { path: ["passedOn"], message: "day-missing" },
    ]);
  },
);

test("nothing, and more than a date is long, are refused alike", () => {
  for (const typed of [undefined, "1 ".repeat(50_000)])
    expect(read(typed).error?.issues[0]?.message).toBe("day-missing");
});
