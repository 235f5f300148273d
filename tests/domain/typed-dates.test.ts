import { describe, expect, test } from "vitest";
import { dateMessages } from "#app/words/public-en/dates.ts";
import { ask } from "#tests/asking/typed-answers.ts";

type Typed = [day: string, month: string, year: string];
const parts = ([day, month, year]: Typed) => ({ day, month, year });

/** What is kept says the same at the check as what was typed. */
function expectKept(asked: ReturnType<typeof ask>, typed: Typed, told: string) {
  const { data } = asked.read(parts(typed));
  expect(asked.line(data)).toBe(told);
  expect(asked.line(parts(typed))).toBe(told);
}

describe("a date is taken as people write it", () => {
  const day = ask({ type: "date" });

  test.each<[...Typed, string]>([
    [" 27", "3 ", "2021 ", "27 March 2021"],
    ["27 March 2021", "", "", "27 March 2021"],
    ["", "", "27 March 2021", "27 March 2021"],
    ["Saturday 27th of March 2021", "", "", "27 March 2021"],
    ["27/03/2021", "", "", "27 March 2021"],
    ["27.3.2021", "", "", "27 March 2021"],
    ["2021-03-27", "", "", "27 March 2021"],
    ["March 27, 2021", "", "", "27 March 2021"],
    ["27 March", "", "2021", "27 March 2021"],
    ["27", "March 2021", "", "27 March 2021"],
    ["1st", "mar", "2021", "1 March 2021"],
    ["\uFF12\uFF17", "\uFF13", "\uFF12\uFF10\uFF12\uFF11", "27 March 2021"],
    ["\u0662\u0667", "\u0663", "\u0662\u0660\u0662\u0661", "27 March 2021"],
    ["\u200B27", "3", "2021\u00A0", "27 March 2021"],
    ["29", "2", "2024", "29 February 2024"],
  ])("%s | %s | %s", (...row) => {
    const [d, m, y, told] = row;
    expectKept(day, [d, m, y], told);
  });

  test("and kept in one form, whatever was typed", () => {
    const { data } = day.read(parts(["07th March 2021", "", ""]));
    expect(data).toEqual({ day: "7", month: "3", year: "2021" });
  });
});

describe("what is not certain is asked again, at the part that is wrong, by the question's name", () => {
  const label = "Asked";
  const { missing, notANumber, noSuchDay, unreadable } = dateMessages;
  test.each<[...Typed, string, string[]]>([
    ["", "3", "2021", missing(label, ["day"]), ["day"]],
    ["27", "", "2021", missing(label, ["month"]), ["month"]],
    ["27", "3", "", missing(label, ["year"]), ["year"]],
    ["", "", "2021", missing(label, ["day", "month"]), ["day", "month"]],
    ["27", "3", "21", notANumber(label, ["year"]), ["year"]],
    ["27", "3", "0021", notANumber(label, ["year"]), ["year"]],
    ["27", "13", "2021", notANumber(label, ["month"]), ["month"]],
    ["3/27/2021", "", "", notANumber(label, ["month"]), ["month"]],
    ["0", "3", "2021", notANumber(label, ["day"]), ["day"]],
    ["31", "2", "2021", noSuchDay(label, "February 2021", 28), ["day"]],
    ["31", "June", "2021", noSuchDay(label, "June 2021", 30), ["day"]],
    ["some time", "", "2021", unreadable(label, "day"), ["day"]],
    [
      "9".repeat(200),
      "3",
      "2021",
      unreadable(label, "day"),
      ["day", "month", "year"],
    ],
    ["", "spring", "2019", notANumber(label, ["month"]), ["month"]],
  ])("%s | %s | %s: %s", (...row) => {
    const [d, m, y, message, wrong] = row;
    const { refusal } = ask({ type: "date" });
    expect(refusal(parts([d, m, y]))).toEqual({ message, parts: wrong });
  });
});

describe("less than a day is taken where the question allows it", () => {
  const month = ask({ type: "date", precision: "month" });
  const year = ask({ type: "date", precision: "year", seasons: true });

  test("a month and its year, and then still a day", () => {
    for (const typed of [
      ["", "3", "2021"],
      ["March 2021", "", ""],
      ["", "mar 2021", ""],
    ] as Typed[])
      expectKept(month, typed, "March 2021");
    expectKept(month, ["27", "3", "2021"], "27 March 2021");
    expect(month.read(parts(["", "", "2021"])).success).toBe(false);
  });

  test("a year alone, in whichever box", () => {
    for (const typed of [
      ["", "", "2021"],
      ["2021", "", ""],
      ["", "2021", ""],
    ] as Typed[])
      expectKept(year, typed, "2021");
    expect(year.read(parts(["27", "", "2021"])).success).toBe(false);
  });

  test("a season, in words", () => {
    expectKept(year, ["", "", "spring 2019"], "spring 2019");
    expectKept(year, ["", "Autumn", "2019"], "autumn 2019");
    expect(year.read(parts(["3", "spring", "2019"])).success).toBe(false);
    const welsh = ask({ type: "date", precision: "year", seasons: true }, "cy");
    expectKept(welsh, ["", "gwanwyn", "2019"], "gwanwyn 2019");
  });
});

describe("a date outside what the question expects is asked again", () => {
  const question = {
    type: "date",
    precision: "year",
    earliest: "1990-06-01",
    latest: "today",
  };
  const { refusal, read } = ask(question);

  test.each<Typed>([
    ["1", "6", "1990"],
    ["26", "11", "2026"],
    // One of its days would be in order.
    ["", "", "1990"],
    ["", "11", "2026"],
    ["", "", "2026"],
  ])("%s %s %s is inside", (...typed) => {
    expect(read(parts(typed)).success).toBe(true);
  });

  test.each<[...Typed, string]>([
    ["31", "5", "1990", "Enter a date that is 1 June 1990 or later: Asked"],
    ["", "", "1989", "Enter a date that is 1 June 1990 or later: Asked"],
    ["27", "11", "2026", "Enter a date that is today or earlier: Asked"],
    ["1", "1", "2099", "Enter a date that is today or earlier: Asked"],
    ["", "12", "2026", "Enter a date that is today or earlier: Asked"],
  ])("%s %s %s is not", (...row) => {
    const [d, m, y, message] = row;
    expect(refusal(parts([d, m, y]))).toEqual({
      message,
      parts: ["day", "month", "year"],
    });
  });
});
