import type { Db } from "#app/db/schema.ts";
import { newId } from "../authoring/new-ids.ts";
import type { QuestionForm } from "../authoring/question-forms.ts";
import {
  type QuestionRefusal,
  readTypedQuestion,
} from "../authoring/typed-question.ts";
import { type BankEditing, keepInBank } from "./keep-bank.server.ts";

/** Makes a question of the bank out of what a form says. It is called by its own words until somebody names it. */
export async function writeBankQuestion(
  db: Db,
  editing: BankEditing,
  { key, form }: { key: string; form: QuestionForm },
): Promise<
  | Awaited<ReturnType<typeof keepInBank>>
  | { ok: false; reason: QuestionRefusal }
> {
  const id = newId(form.label, { taken: new Set(), kind: "question" });
  const read = readTypedQuestion(form, {
    ...{ old: undefined, id, takenValues: new Set<string>() },
  });
  if ("refused" in read) return { ok: false, reason: read.refused };
  const { question } = read;
  return keepInBank(db, editing, {
    key,
    name: form.label,
    group: "",
    question,
  });
}
