import type { Db } from "#app/db/schema.ts";
import {
  type Question,
  questionSchema,
} from "../question-types/question-types.ts";
import type { BankQuestion } from "./bank-question.ts";
import {
  selectBankRows,
  selectBankRowsByKey,
  selectBankVersionRows,
} from "./bank.queries.server.ts";

/** A version of a bank's question, and who saved it when. */
export type BankVersion = {
  version: number;
  question: Question;
  savedAt: string;
  savedById: string;
};

/** With its number, which stands in the log. */
export type StoredBankQuestion = BankQuestion & {
  id: number;
  versions: BankVersion[];
};

function readRow(
  row: Awaited<ReturnType<typeof selectBankRows>>[number],
): Omit<StoredBankQuestion, "versions"> {
  return {
    ...{ id: row.id, key: row.key, name: row.name, group: row.group_name },
    ...{ version: row.version, rowVersion: row.row_version },
    isRetired: row.retired_at !== null,
    question: readBody(row.body),
  };
}

const readBody = (body: string) => questionSchema.parse(JSON.parse(body));

/** Every question of the bank, those of a group together; within it in the order in which they were kept, which is the order of asking. */
export async function selectBank(db: Db): Promise<BankQuestion[]> {
  const all = (await selectBankRows(db)).map(readRow);
  const { compare } = new Intl.Collator("en-GB", { numeric: true });
  return all.toSorted((one, other) => compare(one.group, other.group));
}

/** Those that have one of these keys. */
export async function selectFromBank(
  db: Db,
  keys: readonly string[],
): Promise<BankQuestion[]> {
  if (keys.length === 0) return [];
  return (await selectBankRowsByKey(db, [...new Set(keys)])).map(readRow);
}

/** A question of the bank with its versions, the newest first; undefined where there is none of that key. */
export async function findBankQuestion(
  db: Db,
  key: string,
): Promise<StoredBankQuestion | undefined> {
  const [row] = await selectBankRowsByKey(db, [key]);
  if (!row) return undefined;
  const kept = readRow(row);
  const rows = await selectBankVersionRows(db, kept.id);
  const versions = rows.map((saved) => ({
    ...{ version: saved.version, question: readBody(saved.body) },
    ...{ savedAt: saved.saved_at, savedById: saved.saved_by_id },
  }));
  return { ...kept, versions };
}
