import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { readFormMeanings } from "./form-meanings.server.ts";
import { weekOf } from "../text/weeks.ts";
import {
  countByAnswer,
  countByDay,
  countByQuestion,
  countTagsByAnswer,
  countTagsByDay,
  countTagsByQuestion,
  selectTagPairs,
  type TagCell,
} from "./tables.queries.server.ts";
import { selectTags } from "./tags.queries.server.ts";
import { arrangeTags } from "./tags.ts";

/** What tags are counted against. */
export const tableKinds = ["speaker", "question", "week"] as const;
export type TableKind = (typeof tableKinds)[number];

export type TagTable = {
  columns: { key: string; label: string; responses: number }[];
  rows: { tagId: number; name: string; depth: number; counts: number[] }[];
};

const mostRows = 300;

/**
 * How many responses have each tag, a parent with its parts, in each column;
 * beside it how many there are of the column at all.
 */
export async function readTagTable(
  db: Db,
  viewer: Viewer,
  kind: TableKind,
): Promise<TagTable> {
  const { columns, cells } = await readCells(besideOthers(db), viewer, kind);
  const counted = new Map(
    cells.map((cell) => [`${cell.tagId} ${cell.column}`, cell.responses]),
  );
  const tags = (await selectTags(db)).filter((tag) => tag.retiredAt === null);
  const rows = arrangeTags(tags)
    .slice(0, mostRows)
    .map(({ tagId, name, depth }) => ({
      ...{ tagId, name, depth },
      counts: columns.map(({ key }) => counted.get(`${tagId} ${key}`) ?? 0),
    }));
  return { columns, rows };
}

async function readCells(db: Db, viewer: Viewer, kind: TableKind) {
  const meanings = await readFormMeanings(db);
  if (kind === "speaker") {
    const asked = meanings.speaker.map(({ questionId }) => questionId);
    const questionIds = [...new Set(asked)];
    const totals = await countByAnswer(db, viewer, questionIds);
    const cells = await countTagsByAnswer(db, viewer, questionIds);
    const columns = [...meanings.speakerLabels]
      .map(([value, label]) => ({ key: JSON.stringify(value), label }))
      .map((one) => ({ ...one, responses: totals.get(one.key) ?? 0 }))
      .filter(({ responses }) => responses > 0);
    return { columns, cells };
  }
  if (kind === "question") {
    const totals = await countByQuestion(db, viewer);
    const cells = await countTagsByQuestion(db, viewer);
    const columns = [...meanings.questionLabels]
      .map(([key, label]) => ({ key, label, responses: totals.get(key) ?? 0 }))
      .filter(({ responses }) => responses > 0);
    return { columns, cells };
  }
  return byWeek(await countByDay(db, viewer), await countTagsByDay(db, viewer));
}

/** A response comes in on one day, so the days of a week add up. */
function byWeek(days: Map<string, number>, cells: TagCell[]) {
  const weeks = new Map<string, number>();
  for (const [day, responses] of [...days].sort(([a], [b]) => (a < b ? -1 : 1)))
    weeks.set(weekOf(day), (weeks.get(weekOf(day)) ?? 0) + responses);
  const sums = new Map<string, TagCell>();
  for (const { tagId, column, responses } of cells) {
    const week = weekOf(column);
    const key = `${tagId} ${week}`;
    const sum = sums.get(key) ?? { tagId, column: week, responses: 0 };
    sums.set(key, { ...sum, responses: sum.responses + responses });
  }
  return {
    columns: [...weeks].map(([key, responses]) => ({
      key,
      label: key,
      responses,
    })),
    cells: [...sums.values()],
  };
}

export type TagPair = {
  one: { tagId: number; name: string };
  other: { tagId: number; name: string };
  responses: number;
  overlaps: number;
};

const mostPairs = 100;

/** Which two tags stand on the same responses most often, each tag by itself. */
export async function readTagPairs(db: Db, viewer: Viewer): Promise<TagPair[]> {
  const tags = await selectTags(db);
  const names = new Map(tags.map(({ tagId, name }) => [tagId, name]));
  const named = (tagId: number) => ({ tagId, name: names.get(tagId) ?? "" });
  const pairs = await selectTagPairs(besideOthers(db), viewer, mostPairs);
  return pairs.map(({ oneId, otherId, ...counts }) => ({
    one: named(oneId),
    other: named(otherId),
    ...counts,
  }));
}
