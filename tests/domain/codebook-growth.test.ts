import { expect, test } from "vitest";
import {
  countMoves,
  type MovingPassage,
  planMoves,
} from "#app/domain/tagging/move-plan.ts";
import { planCodebook } from "#app/domain/tagging/codebook-plan.ts";
import { splitNotes } from "#app/domain/tagging/codebook-files.ts";
import {
  selectReaderChoices,
  selectReaderPage,
} from "#app/domain/tagging/retrieval.server.ts";
import { readReaderFilter } from "#app/domain/tagging/retrieval.ts";
import { previewMerge } from "#app/domain/tagging/merging.server.ts";
import { givenTwoAlike } from "#tests/given/two-alike.ts";
import { anyLead } from "#tests/given/people.ts";
import { now } from "#tests/given/coded.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";

const passages = (count: number, shift: number): MovingPassage[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ publicId: `p${at}`, responseId: 1, answerId: 1, attachmentId: null },
    ...{ startOffset: at + shift, endOffset: at + shift + 50, memo: "" },
    ...{ taggedBy: "a", taggedAt: "2026", takenBackAt: null },
  }));

test("a merge is planned in a line, also where everything overlaps in one text", async () => {
  const growth = await measureGrowth(
    (size) =>
      countMoves(
        planMoves(
          { passages: passages(size, 0), wholes: [] },
          { passages: passages(size, size / 2), wholes: [] },
        ),
      ),
    5_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
}, 60_000);

test("a file of tags is weighed in a line", async () => {
  const entries = (size: number) =>
    Array.from({ length: size }, (_, at) => ({
      ...{ line: at, guid: undefined, name: `T${at}`, tint: null },
      ...splitNotes(`About ${at}.\n\nInclude: that`),
      parentName: at % 8 ? `T${at - 1}` : undefined,
      isRetired: false,
    }));
  const growth = await measureGrowth(
    (size) => planCodebook(entries(size), []),
    1_250,
  );
  expect(isLinearGrowth(growth)).toBe(true);
}, 60_000);

test("a tag's evidence and its merge are found by index, and never by reading all that is tagged", async () => {
  const { db, from, merge } = await givenTwoAlike();
  const choices = await selectReaderChoices(db, from);
  const { filter } = readReaderFilter(new URLSearchParams(), {
    ...{ callSlugs: [], speakers: [], questionIds: [], staffIds: [] },
  });
  const plans = await readQueryPlans(db, async (watched) => {
    const asked = { tagId: from, filter, choices, viewer: anyLead, now };
    await selectReaderPage(watched, asked);
    await previewMerge(watched, merge);
  });
  const scanned = plans.filter((plan) =>
    /SCAN (passages|response_tags|responses|answers|staff)\b(?!.*INDEX)/.test(
      plan,
    ),
  );
  expect(scanned).toEqual([]);
  expect(plans.join("\n")).toMatch(
    /SEARCH passages USING INDEX passages_by_tag/,
  );
});
