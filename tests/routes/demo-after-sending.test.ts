import { expect, test } from "vitest";
import type { describeOwnResponse } from "#app/screens/public/own-response.ts";
import type { ReadingScreen } from "#app/screens/review/response.ts";
import { loader as ownPage } from "#app/routes/_public.receipt.response.tsx";
import { loader as quarantine } from "#app/routes/review.quarantine.tsx";
import { loader as readingPage } from "#app/routes/review.responses.$reference.tsx";
import { openBrowser } from "#tests/asking/browser.ts";
import { ownAt } from "#tests/given/own-response.ts";
import { comeWith } from "#tests/given/receipts.ts";
import { givenSeed } from "#tests/given/seeded-demo.ts";
import { signInAs } from "#tests/given/sessions.ts";

/** What the seed says of each receipt that it tells. */
const told = {
  changed: "an answer changed, and then tagged by the team",
  readAndChanged:
    "an answer changed after it was read, and still open to changes",
  answerTakenBack: "an answer taken back, in which a passage had been tagged",
  withdrawn: "the whole response withdrawn, after the team had read it",
  items: "a piece of evidence changed, another added, and a service added",
  file: "a file taken back, and another added",
  heldBack: "held back, which the team's quarantine shows alone",
};

type Seed = Awaited<ReturnType<typeof givenSeed>>;

/** Both sides' pages of a response, which is known by what its receipt shows. */
function openBothSides({ context, receipts }: Seed) {
  const receiptOf = (shows: string) => {
    const found = receipts.find((receipt) => receipt.shows === shows);
    if (!found) throw new Error(`No receipt shows ${shows}`);
    return found;
  };
  const openAsLead = async () =>
    openBrowser(context, (await signInAs(context, "lead")).cookie);
  return {
    receiptOf,
    /** By its sender, who types reference and code. */
    own: async (shows: string) => {
      const { reference, code } = receiptOf(shows);
      const sender = await comeWith(context, { reference, receiptCode: code });
      const { data } = await sender.get(ownPage, ownAt("response"));
      return data as ReturnType<typeof describeOwnResponse>;
    },
    read: async (shows: string) => {
      const { reference } = receiptOf(shows);
      const at = {
        path: `/review/responses/${reference}`,
        params: { reference },
      };
      const { data } = await (await openAsLead()).get(readingPage, at);
      return data as ReadingScreen;
    },
    quarantined: async () => {
      const at = { path: "/review/quarantine", params: {} };
      const { data } = await (await openAsLead()).get(quarantine, at);
      return data as { lines: unknown[] };
    },
  };
}

type Sides = ReturnType<typeof openBothSides>;

const firstQuestion = "What should the review look at first, and why?";

/** Its passages stand in what it says now, and in an answer that stayed. */
async function seeChangedAndTagged({ own, read }: Sides) {
  const { changes, noChange } = await own(told.changed);
  expect(changes).toMatchObject([
    expect.stringMatching(/^Version 2: You changed an answer/),
  ]);
  expect(noChange).toBeDefined();
  const { former, passages } = await read(told.changed);
  expect(former).toMatchObject([
    { label: firstQuestion, text: expect.stringContaining("nine of them") },
  ]);
  expect(passages.map(({ quote }) => quote)).toEqual([
    "I had eleven of them and I was in the room for two.",
    "I said more on one walk round the park",
  ]);
}

async function seeReadAndChanged({ own, read }: Sides) {
  const { changes, noChange } = await own(told.readAndChanged);
  expect([changes.length, noChange]).toEqual([1, undefined]);
  const { former, passages } = await read(told.readAndChanged);
  expect(former).toMatchObject([{ label: firstQuestion }]);
  expect(passages).toEqual([]);
}

/** The passage in it is counted, and has no words left. */
async function seeAnswerTakenBack({ own, read }: Sides) {
  const ownSide = JSON.stringify(await own(told.answerTakenBack));
  expect(ownSide).not.toContain("in front of the children");
  const teams = await read(told.answerTakenBack);
  expect(teams.takenBack).toMatchObject([
    { label: "What should this review not do again?" },
  ]);
  expect(teams.passagesTakenBack).toMatch(/^1 passage had been tagged/);
  expect(JSON.stringify(teams)).not.toContain("in front of the children");
}

async function seeWithdrawn({ own, read }: Sides) {
  expect(await own(told.withdrawn)).toMatchObject({ mayWithdraw: false });
  const teams = await read(told.withdrawn);
  expect(teams.withdrawal).toBeDefined();
  expect(JSON.stringify(teams)).not.toContain("Allegations");
}

async function seeItems({ own, read }: Sides) {
  const { changes, answers } = await own(told.items);
  expect(changes).toHaveLength(3);
  expect(JSON.stringify(answers)).toContain("Service 2");
  const teams = await read(told.items);
  const [sent, ...later] = teams.former.map(({ text }) => text);
  expect(sent).toContain("2024");
  expect(later).toHaveLength(2);
  expect(JSON.stringify([sent, ...later.slice(0, 1)])).not.toContain(
    "Who books the room?",
  );
  expect(JSON.stringify(teams.answers)).toMatch(/2025.*Who books the room\?/);
}

async function seeFiles({ own, read }: Sides) {
  const stay = ["notes-from-our-group.txt", "placement-moves.csv"];
  const { answers } = await own(told.file);
  const files = answers.flatMap((answer) => answer.files);
  expect(files.map(({ name }) => name)).toEqual(stay);
  const teams = await read(told.file);
  expect(teams.takenBack).toMatchObject([
    { line: expect.stringMatching(/^A file was taken back/) },
  ]);
  expect(teams.files.map(({ name }) => name)).toEqual(stay);
}

/** Its sender does not learn of it. */
async function seeHeldBack({ receiptOf, own, quarantined }: Sides) {
  const screen = await quarantined();
  expect(screen.lines).toHaveLength(2);
  expect(JSON.stringify(screen)).toContain(receiptOf(told.heldBack).reference);
  const ownSide = JSON.stringify(await own(told.heldBack));
  expect(ownSide).not.toMatch(/held back|quarantine/i);
}

test("the demo's people came back to what they had sent, each with a receipt that is told, and both sides' pages show it", async () => {
  const seed = await givenSeed(new Date("2027-03-28T01:30:00Z"));
  expect(seed.receipts.map(({ shows }) => shows).sort()).toEqual(
    Object.values(told).sort(),
  );
  const sides = openBothSides(seed);
  await seeChangedAndTagged(sides);
  await seeReadAndChanged(sides);
  await seeAnswerTakenBack(sides);
  await seeWithdrawn(sides);
  await seeItems(sides);
  await seeFiles(sides);
  await seeHeldBack(sides);
});
