import { beforeEach, describe, expect, test } from "vitest";
import {
  decideOnCopy,
  dropOldCopies,
  forgetCopies,
  isKeepingOn,
  type LocalCopy,
  readCopy,
  removeCopy,
  switchKeeping,
  wasForgottenSince,
  writeCopy,
} from "#app/enhance/local-copy.ts";
import type { TypedFields } from "#app/enhance/typed-fields.ts";
import { makeStorage } from "#tests/given/browser-storage.ts";

const now = Date.parse("2026-11-25T10:00:00Z");
const day = 24 * 60 * 60 * 1000;
const words = (text: string): TypedFields => [["what-first", text]];
const address = { call: "advice", draft: "d1", page: "what-first" };

function givenCopy(parts: Partial<LocalCopy> = {}): LocalCopy {
  const typed = words("Typed here");
  return { draft: "d1", version: 2, at: now, typed, sent: null, ...parts };
}

let storage: Storage;
beforeEach(() => {
  storage = makeStorage();
  // Of another page and another call, and there before.
  const other = givenCopy({ typed: words("Something else") });
  writeCopy(storage, { call: "advice", draft: "d1", page: "about-you" }, other);
  writeCopy(
    storage,
    { call: "advice-two", draft: "d1", page: "what-first" },
    other,
  );
});

describe("when a page opens, a copy", () => {
  const page = { draft: "d1", version: 2, served: words("Saved") };
  const cases: [string, Partial<LocalCopy>, Partial<typeof page>, string][] = [
    ["typed over what the page shows is put back", {}, {}, "restore"],
    [
      "of what the page shows is dropped",
      { typed: words("Saved") },
      {},
      "drop",
    ],
    ["of an older page is offered", { version: 1 }, {}, "offer"],
    [
      "of a newer page is offered: a browser may show an old one",
      { version: 3 },
      {},
      "offer",
    ],
    [
      "typed on after its own save arrived is put back",
      { version: 1, sent: words("Saved") },
      {},
      "restore",
    ],
    ["of a draft that is gone is dropped", { draft: "d0" }, {}, "drop"],
    [
      "of a draft is dropped where none has begun",
      {},
      { draft: "new", version: 0 },
      "drop",
    ],
    [
      "typed before the draft began is offered",
      { draft: "new", version: 0 },
      {},
      "offer",
    ],
    [
      "of no draft is put back on a page of no draft",
      { draft: "new", version: 0 },
      { draft: "new", version: 0, served: [] },
      "restore",
    ],
    [
      "that stands against a saved text is offered, whatever its page",
      { version: -1 },
      {},
      "offer",
    ],
    ["of 30 days ago is there still", { at: now - 30 * day }, {}, "restore"],
    ["older than a draft lives is dropped", { at: now - 31 * day }, {}, "drop"],
    [
      "of no draft is dropped after a day: the next person's page has none either",
      { draft: "new", version: 0, at: now - day - 1 },
      { draft: "new", version: 0, served: [] },
      "drop",
    ],
  ];

  test.each(cases)("%s", (_title, copy, served, decision) => {
    expect(decideOnCopy(givenCopy(copy), { ...page, ...served }, now)).toBe(
      decision,
    );
  });
});

test("a copy is read as it was written, and each page has its own", () => {
  const copy = givenCopy({ sent: words("Typed") });
  writeCopy(storage, address, copy);
  expect(readCopy(storage, address)).toEqual(copy);
});

test("two drafts of a call have a copy each of one page", () => {
  const other = { ...address, draft: "d2" };
  writeCopy(storage, address, givenCopy());
  writeCopy(storage, other, givenCopy({ draft: "d2", typed: words("Two") }));
  removeCopy(storage, address);
  expect(readCopy(storage, address)).toBeUndefined();
  expect(readCopy(storage, other)?.typed).toEqual(words("Two"));
});

test("a copy from before the draft had an id is found, and moves", () => {
  const begun = { ...address, draft: "new-a" };
  writeCopy(storage, begun, givenCopy({ draft: "new" }));
  const now = { ...address, begunWith: "new-a" };
  expect(readCopy(storage, now)?.draft).toBe("new");
  writeCopy(storage, now, givenCopy());
  expect(readCopy(storage, begun)).toBeUndefined();
});

test("copies that nobody came back for are dropped in time", () => {
  writeCopy(storage, address, givenCopy({ at: now - 31 * day }));
  const ofNone = { ...address, draft: "new" };
  const old = givenCopy({ draft: "new", at: now - day - 1 });
  writeCopy(storage, ofNone, old);
  dropOldCopies(storage, now);
  expect(readCopy(storage, address)).toBeUndefined();
  expect(readCopy(storage, ofNone)).toBeUndefined();
  expect(storage.length).toBe(2);
});

test.each([
  "not json",
  "null",
  "[]",
  '{"draft":"d1"}',
  '{"draft":"d1","version":"2","at":1,"typed":[],"sent":null}',
  '{"draft":"d1","version":2,"at":1,"typed":[["a"]],"sent":null}',
  '{"draft":"d1","version":2,"at":1,"typed":[["a",1]],"sent":null}',
])("what something else wrote in its place is no copy: %s", (written) => {
  storage.setItem("heard:typed:advice/d1/what-first", written);
  expect(readCopy(storage, address)).toBeUndefined();
});

test("a browser without room says so and throws nothing", () => {
  const full = makeStorage({ maxCharacters: 10 });
  expect(writeCopy(full, address, givenCopy())).toBe(false);
});

test("forgetting a draft takes its copies and those of none, and leaves another draft's", () => {
  writeCopy(storage, address, givenCopy());
  const ofNone = { ...address, draft: "new", page: "a" };
  writeCopy(storage, ofNone, givenCopy({ draft: "new" }));
  const others = [
    { ...address, draft: "d2" },
    { ...address, draft: "new-b" },
  ];
  for (const other of others)
    writeCopy(storage, other, givenCopy({ draft: "d2" }));
  forgetCopies(storage, { call: "advice", draft: "d1" }, now);
  expect(readCopy(storage, address)).toBeUndefined();
  expect(readCopy(storage, ofNone)).toBeUndefined();
  for (const other of others) expect(readCopy(storage, other)).toBeDefined();
});

test("forgetting a call takes all of it, and nothing of a call whose name begins alike", () => {
  writeCopy(storage, address, givenCopy({ draft: "d2" }));
  forgetCopies(storage, { call: "advice" }, now);
  expect(readCopy(storage, address)).toBeUndefined();
  expect(
    readCopy(storage, { call: "advice-two", draft: "d1", page: "what-first" }),
  ).toBeDefined();
});

test("a page that was opened before is told that it was forgotten, a page opened since is not", () => {
  forgetCopies(storage, { call: "advice", draft: "d1" }, now);
  const of = { call: "advice", draft: "d1" };
  expect(wasForgottenSince(storage, of, now - 1)).toBe(true);
  expect(wasForgottenSince(storage, of, now + 1)).toBe(false);
  expect(wasForgottenSince(storage, { ...of, draft: "d2" }, now - 1)).toBe(
    false,
  );
  forgetCopies(storage, { call: "advice" }, now);
  expect(wasForgottenSince(storage, { ...of, draft: "d2" }, now - 1)).toBe(
    true,
  );
});

test("off is remembered, and no text with it", () => {
  writeCopy(storage, address, givenCopy());
  switchKeeping(storage, false);
  expect(isKeepingOn(storage)).toBe(false);
  expect(storage.length).toBe(1);
  switchKeeping(storage, true);
  expect(isKeepingOn(storage)).toBe(true);
  expect(storage.length).toBe(0);
});
