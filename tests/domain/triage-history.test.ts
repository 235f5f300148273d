import { describe, expect, test } from "vitest";
import { readHistory } from "#app/domain/triage/history.server.ts";
import { describeEvent, describeEvents } from "#app/screens/review/history.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const at = "2021-03-01T10:00:00.000Z";
const names = {
  staff: new Map([["s1", "Ben"]]),
  tags: new Map([[7, "Kinship care"]]),
};

const sentenceOf = (type: string, details: Record<string, unknown> = {}) =>
  describeEvent({ at, actorName: "Asha", type, details }, names).what;

describe("the history of a response", () => {
  test.each([
    ["response.received", { channel: "letter" }, "entered it from a letter"],
    [
      "response.state-changed",
      { from: "received", to: "spam" },
      "moved it from “Received” to “Spam”",
    ],
    [
      "response.state-changed",
      { from: "spam", to: "a-state-to-come" },
      "moved it from “Spam” to “a-state-to-come”",
    ],
    ["response.assigned", { from: null, to: "s1" }, "assigned it to Ben"],
    ["response.assigned", { from: "s1", to: null }, "took it off Ben"],
    [
      "response.tags-saved",
      { added: [7], removed: [] },
      "tagged it “Kinship care”",
    ],
    [
      "response.identity-read",
      { purpose: "safeguarding" },
      "looked at who sent it, for safeguarding",
    ],
    ["response.published-in-part", {}, "published in part"],
  ])("tells %s %j as “%s”", (type, details, sentence) => {
    expect(sentenceOf(type, details)).toBe(sentence);
  });

  test("tells what colleagues did with their names, the newest first", async () => {
    const { db } = openTestDatabase();
    const { responseId } = await givenResponse(db);
    const actor = await givenColleague(db, { name: "Asha" });
    await decideTriage(db, {
      responseId,
      rowVersion: 1,
      state: "triaged",
      assigneeId: actor.staffId,
      note: "",
      actor,
      now: new Date(at),
    });
    const lines = describeEvents(await readHistory(db, responseId));
    expect(lines.map(({ who, what }) => `${who} ${what}`)).toEqual([
      "Asha assigned it to Asha",
      "Asha moved it from “Received” to “Triaged”",
      "The respondent sent it on this site",
    ]);
  });
});

test.each([
  ["2021-12-15T12:10:00.000Z", "15 Dec 2021, 12:10pm"],
  ["2021-12-15T00:05:00.000Z", "15 Dec 2021, 12:05am"],
  ["2021-09-15T16:04:00.000Z", "15 Sep 2021, 5:04pm"],
])("%s is %s in London", (iso, words) => {
  expect(formatMoment(iso)).toBe(words);
});
