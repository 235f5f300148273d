import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { selectIndexedBeginnings } from "#app/db/search.server.ts";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import type { ReadingScreen } from "#app/screens/review/response.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";
import { givenFileText } from "#tests/given/files.ts";

const words = "🏠 I was moved. My nan took me in, and I was moved again.";

function textOf(screen: ReadingScreen) {
  const segments = screen.answers[0]?.segments ?? [];
  return segments.map((segment) => segment.text).join("");
}

function hitsIn(segments: ReadingScreen["answers"][number]["segments"] = []) {
  return segments.filter((segment) => segment.isHit).map(({ text }) => text);
}

async function givenFileOf(desk: { db: Db; responseId: number }, text: string) {
  const id = await givenFileText(desk.db, desk.responseId, { text });
  const files = await desk.db
    .selectFrom("attachments")
    .select("public_id")
    .where("id", "=", id)
    .execute();
  return files.map((file) => file.public_id);
}

async function readPage(
  desk: Awaited<ReturnType<typeof givenReadingDesk>>,
  search = "",
) {
  const answer = await desk.browser.get(loader, desk.at(search));
  return answer.data as ReadingScreen & {
    queuePath: string;
    triage: { history: { who: string; what: string }[] };
  };
}

describe("the response's page", () => {
  test("shows the words as they were sent, with passages where they stand", async () => {
    const desk = await givenReadingDesk(words);
    await desk.tag("My nan took me in");
    const screen = await readPage(desk);
    expect(textOf(screen)).toBe(words);
    const marked = screen.answers[0]?.segments.filter(
      (segment) => segment.passageIds.length > 0,
    );
    expect(marked).toMatchObject([{ text: "My nan took me in" }]);
    expect(screen.passages).toMatchObject([
      { number: 1, tagName: "Moves", taggedBy: "Amina", mayRemove: true },
    ]);
  });

  test("tells the time of arrival in London", async () => {
    const desk = await givenReadingDesk(words);
    expect((await readPage(desk)).received).toBe(
      "Sent on this site at 8:30am on Friday 20 November 2026",
    );
  });

  test("never brings what identifies the sender, only that there is something", async () => {
    const desk = await givenReadingDesk(words);
    const screen = await readPage(desk);
    expect(screen.hasIdentity).toBe(true);
    expect(JSON.stringify(screen)).not.toContain("someone@example.org");
  });

  test("does not exist for a reference that nobody was given", async () => {
    const desk = await givenReadingDesk(words);
    const elsewhere = {
      path: "/review/responses/H-0000-0000",
      params: { reference: "H-0000-0000" },
    };
    expect(await desk.browser.get(loader, elsewhere)).toMatchObject({
      status: 404,
    });
  });

  test("lets a colleague see a passage and not take it off", async () => {
    const desk = await givenReadingDesk(words);
    await desk.tag("My nan");
    const { browser } = await desk.openAs("reviewer", "Bo");
    const answer = await browser.get(loader, desk.at());
    expect((answer.data as ReadingScreen).passages).toMatchObject([
      { tagName: "Moves", mayRemove: false },
    ]);
  });
});

describe("what was searched for", () => {
  test("is marked in the words, by its stem, also where only the queue was searched", async () => {
    const desk = await givenReadingDesk(words);
    const asked = await readPage(desk, "?q=moving");
    expect(hitsIn(asked.answers[0]?.segments)).toEqual(["moved", "moved"]);
    expect(asked.hitCount).toBe(2);
    const from = encodeURIComponent("/review/queue?q=nan&page=2");
    const fromQueue = await readPage(desk, `?from=${from}`);
    expect(hitsIn(fromQueue.answers[0]?.segments)).toEqual(["nan"]);
    expect(fromQueue.queuePath).toBe("/review/queue?q=nan&page=2");
  });

  test("is marked in the response that was opened, though earlier and later ones have the words as well", async () => {
    const desk = await givenReadingDesk(words);
    const { db } = desk;
    const later = await givenResponse(db, {
      answers: { "what-first": "I moved once." },
    });
    await indexResponse(db, later);
    const screen = await readPage(desk, "?q=moving");
    expect(hitsIn(screen.answers[0]?.segments)).toEqual(["moved", "moved"]);
    expect(textOf(screen)).toBe(words);
  });

  test("is marked inside the text of a file", async () => {
    const desk = await givenReadingDesk(words);
    const { db, responseId } = desk;
    await givenFileText(db, responseId, {
      text: "🏠 Dear review, the allowance stopped.",
    });
    await indexResponse(db, { responseId });
    const screen = await readPage(desk, "?q=allowances");
    expect(hitsIn(screen.files[0]?.text?.segments)).toEqual(["allowance"]);
    expect(hitsIn(screen.answers[0]?.segments)).toEqual([]);
  });

  test("is marked in its first 500 places where it has no end, and the page says so", async () => {
    const desk = await givenReadingDesk(words);
    for (let file = 0; file < 6; file += 1)
      await givenFileText(desk.db, desk.responseId, {
        text: "lorem ".repeat(90_000).trim(),
      });
    await indexResponse(desk.db, desk);
    const screen = await readPage(desk, "?q=lorem");
    expect(screen).toMatchObject({ hitCount: 500, hasMoreHits: true });
    expect(textOf(screen)).toBe(words);
    const few = await readPage(desk, "?q=nan");
    expect(few).toMatchObject({ hitCount: 1, hasMoreHits: false });
  });

  test("is counted in each text, also where one ends and the next begins with it", async () => {
    const desk = await givenReadingDesk("They said moved");
    for (const text of ["moved away, and moved", "moved"])
      await givenFileText(desk.db, desk.responseId, { text });
    expect((await readPage(desk, "?q=moved")).hitCount).toBe(4);
  });

  test("marks nothing where it is not in the response", async () => {
    const desk = await givenReadingDesk(words);
    const screen = await readPage(desk, "?q=elephants");
    expect(screen).toMatchObject({ hitCount: 0, query: "elephants" });
    expect(textOf(screen)).toBe(words);
  });
});

test("a way back that leads off the review side is not taken", async () => {
  const desk = await givenReadingDesk(words);
  const screen = await readPage(desk, "?from=https://evil.example/");
  expect(screen.queuePath).toBe("/review/queue");
});

test("opening a response is written down once for each person in half an hour", async () => {
  const desk = await givenReadingDesk(words);
  await readPage(desk);
  await readPage(desk);
  const { browser } = await desk.openAs("reviewer", "Bo");
  await browser.get(loader, desk.at());
  // In between too: a session that nobody uses ends.
  for (const minutes of [16, 31]) {
    desk.context.now = () => new Date(now.getTime() + minutes * 60_000);
    await desk.browser.get(loader, desk.at());
  }
  const subject = { kind: "response", id: desk.responseId } as const;
  const readings = (await selectHistory(desk.db, subject)).filter(
    (event) => event.type === "response.read",
  );
  expect(readings.map((event) => event.actorName)).toEqual([
    "Amina",
    "Bo",
    "Amina",
  ]);
});

test("files beyond the text that is searched are shown, and said not to be searched", async () => {
  const desk = await givenReadingDesk(words);
  const bulk = "An honest word. ".repeat(125_000);
  for (const text of [bulk, bulk, "elephants at the end"])
    await givenFileText(desk.db, desk.responseId, { text });
  await indexResponse(desk.db, desk);
  const { files } = await readPage(desk);
  expect(files.map(({ text }) => text?.isSearched)).toEqual([
    true,
    true,
    false,
  ]);
  const found = await selectIndexedBeginnings(desk.db, "attachments", {
    responseIds: [desk.responseId],
    maxCharacters: 10_000_000,
  });
  expect(found.get(desk.responseId)).toHaveLength(2 * bulk.length + 2);
});

test("a page costs no more where the word stands everywhere in the file", async () => {
  const desk = await givenReadingDesk(words);
  const [publicId] = await givenFileOf(desk, "");
  const growth = await measureGrowth(async (size) => {
    await desk.db
      .updateTable("attachment_texts")
      .set({ text: "lorem ".repeat(size / 6) })
      .execute();
    await readPage(desk, `?q=lorem&file=${publicId}`);
  }, 480_000);
  expect(isLinearGrowth(growth)).toBe(true);
});

test("a long file shows its beginning, and all of it where it is asked for", async () => {
  const desk = await givenReadingDesk(words);
  const sentence = "The allowance stopped when she turned eighteen. ";
  await givenFileText(desk.db, desk.responseId, {
    text: sentence.repeat(1_000).trim(),
  });
  const [cut] = (await readPage(desk)).files;
  expect(cut?.text?.isCut).toBe(true);
  const shown = cut?.text?.segments.map(({ text }) => text).join("") ?? "";
  expect(shown.length).toBeLessThanOrEqual(20_000);
  expect(shown.trimEnd().split(" ").at(-1)).toMatch(/^[A-Za-z.]+$/);
  const [whole] = (await readPage(desk, `?file=${cut?.publicId}`)).files;
  expect(whole?.text?.isCut).toBe(false);
  expect(whole?.text?.segments.map(({ text }) => text).join("")).toHaveLength(
    sentence.length * 1_000 - 1,
  );
});
