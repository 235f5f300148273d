import { describe, expect, test } from "vitest";
import { ask } from "#tests/asking/typed-answers.ts";

describe("a month is taken as people write it", () => {
  const { read, line } = ask({ type: "date" });

  test.each([
    ["3", "27 March 2021"],
    ["03", "27 March 2021"],
    ["March", "27 March 2021"],
    ["mar", "27 March 2021"],
    ["MARCH ", "27 March 2021"],
    ["Sept.", "27 September 2021"],
    ["June", "27 June 2021"],
    ["jul", "27 July 2021"],
  ])("%s", (month, told) => {
    const typed = { day: " 27", month, year: "2021 " };
    expect(line(typed)).toBe(told);
    const { success, data } = read(typed);
    expect(success).toBe(true);
    expect(line(data)).toBe(told);
  });

  test.each(["Ma", "ju", "Marsh", "Marches", ".", "13", "March 1"])(
    "and %s is none",
    (month) => {
      expect(read({ day: "1", month, year: "2021" }).success).toBe(false);
    },
  );

  test("and kept as its number, so that a day has one form", () => {
    const { data } = read({ day: "1", month: "February", year: "2021" });
    expect(data).toEqual({ day: "1", month: "2", year: "2021" });
    expect(read({ day: "30", month: "Feb", year: "2021" }).success).toBe(false);
  });

  test("in the language of the form or in English", () => {
    const welsh = ask({ type: "date" }, "cy");
    for (const month of ["Mawrth", "March"])
      expect(welsh.read({ day: "1", month, year: "2021" }).data).toEqual({
        day: "1",
        month: "3",
        year: "2021",
      });
  });
});

describe.each(["short-text", "long-text"] as const)("a %s", (type) => {
  const { read, line } = ask({ type });

  test("is checked in the form in which it will be kept", () => {
    const pasted = " A care\u001Eleaver\u000Bwrote \u0093this\u0094.\u0003 ";
    expect(line(pasted)).toBe("A care\u2011leaver\nwrote “this”.");
    expect(read(pasted).data).toBe(line(pasted));
  });

  test("in which nothing can be seen was not answered", () => {
    expect(line("\u200B ")).toBeUndefined();
    expect(read("\u200B ").data).toBeUndefined();
    expect(ask({ type, required: true }).read("\u200B").success).toBe(false);
  });
});
