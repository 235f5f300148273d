import { describe, expect, test } from "vitest";
import {
  readQueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { queueHref } from "#app/screens/review/queue-links.ts";

const options = {
  callSlugs: ["call-for-advice"],
  staffIds: ["s1"],
  tagIds: [7],
};

const read = (query: string) =>
  readQueueFilter(new URLSearchParams(query), options);

describe("a queue address", () => {
  test("without parameters is everything that is to do", () => {
    expect(read("")).toEqual({ filter: wholeQueue, ignored: [] });
    expect(queueHref(wholeQueue)).toBe("/review/queue");
  });

  test("reads every filter and is written back the same", () => {
    const query =
      "call=call-for-advice&state=spam&assignee=me&tag=7&files=yes&flagged=yes&q=%22named+worker%22&page=3";
    const { filter, ignored } = read(query);
    expect(filter).toEqual({
      callSlug: "call-for-advice",
      state: "spam",
      assignee: "me",
      tagId: 7,
      hasFiles: true,
      isFlagged: true,
      areSameApart: false,
      q: '"named worker"',
      page: 3,
    });
    expect(ignored).toEqual([]);
    expect(queueHref(filter, { page: 3 })).toBe(`/review/queue?${query}`);
  });

  test.each([
    ["call=no-such-call", "call"],
    ["state=eaten", "state"],
    ["assignee=somebody-who-left", "person"],
    ["tag=8", "tag"],
    ["tag=7'--", "tag"],
    ["files=perhaps", "files"],
    ["page=0", "page"],
    ["page=-1", "page"],
    ["page=1e400", "page"],
  ])("%s is left out and named", (query, name) => {
    expect(read(query)).toEqual({ filter: wholeQueue, ignored: [name] });
  });

  test("with empty fields, as a form without choices sends it, is the whole queue and no mistake", () => {
    expect(read("state=to-do&q=&call=&assignee=&tag=")).toEqual({
      filter: wholeQueue,
      ignored: [],
    });
  });

  test("starts from the first page when anything else changes", () => {
    const filter = { ...wholeQueue, page: 4 };
    expect(queueHref(filter, { state: "all" })).toBe("/review/queue?state=all");
  });
});

describe("a search", () => {
  test("looks in every state unless one is named", () => {
    expect(read("q=school").filter.state).toBe("all");
    expect(read("q=school&state=to-do").filter.state).toBe("to-do");
  });

  test.each(["to-do", "all", "spam"] as const)(
    "in %s keeps its state in its address",
    (state) => {
      const filter = { ...wholeQueue, q: "school", state };
      const href = queueHref(filter);
      expect(read(href.split("?")[1] ?? "").filter).toEqual(filter);
    },
  );
});
