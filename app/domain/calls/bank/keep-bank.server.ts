import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "../../audit/audit.server.ts";
import { isSameJson } from "../../text/canonical-json.ts";
import type { QuestionForm } from "../authoring/question-forms.ts";
import { optionsOfQuestion } from "../authoring/typed-options.ts";
import {
  type QuestionRefusal,
  readTypedQuestion,
} from "../authoring/typed-question.ts";
import type { Question } from "../question-types/question-types.ts";
import { maxBankQuestions, maxKeptSize } from "./bank-forms.ts";
import { asKept, seenOfKept } from "./bank-question.ts";
import { isFixed } from "./fixed.ts";
import { findBankQuestion, type StoredBankQuestion } from "./bank.server.ts";
import {
  countBankQuestions,
  insertBankQuestion,
  insertBankVersion,
  updateBankQuestion,
} from "./bank.queries.server.ts";
import { keepSourcesOfOne } from "./one-question.ts";

/** Who changes the bank, and when. */
export type BankEditing = { staffId: string; now: Date };

async function record(
  trx: Trx,
  { staffId, now }: BankEditing,
  did: { type: string; id: number; version?: number },
) {
  const { type, id, version } = did;
  await recordEvent(trx, {
    ...{ at: now, actor: { kind: "staff", staffId } },
    ...{ subject: { kind: "staff" }, type: `bank.question-${type}` },
    details: { question: id, ...(version !== undefined && { version }) },
  });
}

async function addVersion(
  trx: Trx,
  { staffId, now }: BankEditing,
  of: { id: number; version: number; question: Question },
) {
  await insertBankVersion(trx, {
    ...{ bank_question_id: of.id, version: of.version },
    body: JSON.stringify(of.question),
    ...{ saved_at: now.toISOString(), saved_by_id: staffId },
  });
}

type NotKept = "bank-too-big" | "bank-fixed";

/** Why a question cannot stand in the bank; undefined where it can. */
function refusalOf(question: Question): NotKept | undefined {
  if (isFixed(question)) return "bank-fixed";
  const isTooBig = JSON.stringify(question).length > maxKeptSize;
  return isTooBig ? "bank-too-big" : undefined;
}

/**
 * Puts a copy of a question into the bank, as the first version of a new one.
 *
 * @param of.key 24 letters that nobody could guess, which a copy names it by
 */
export async function keepInBank(
  db: Db,
  editing: BankEditing,
  of: { key: string; name: string; group: string; question: Question },
): Promise<{ ok: true } | { ok: false; reason: NotKept | "bank-full" }> {
  const { key, name, group } = of;
  const question = asKept(of.question);
  const reason = refusalOf(question);
  if (reason) return { ok: false, reason };
  return db.transaction().execute(async (trx) => {
    if ((await countBankQuestions(trx)) >= maxBankQuestions)
      return { ok: false, reason: "bank-full" };
    const row = { key, name, group_name: group, version: 1 };
    const id = await insertBankQuestion(trx, row);
    await addVersion(trx, editing, { id, version: 1, question });
    await record(trx, editing, { type: "kept", id });
    return { ok: true };
  });
}

type BankRefusal<More extends string = never> =
  "gone" | "changed-meanwhile" | More;

type BankOutcome<Reason extends string> =
  { ok: true; isChanged: boolean } | { ok: false; reason: Reason };

/** As it was looked at. */
type Seen = { key: string; seen: string };

/** In one transaction, where it stands as it was looked at. */
async function settle<Reason extends string>(
  db: Db,
  { key, seen }: Seen,
  change: (
    trx: Trx,
    kept: StoredBankQuestion,
  ) => Promise<BankOutcome<BankRefusal<Reason>>>,
): Promise<BankOutcome<BankRefusal<Reason>>> {
  return db.transaction().execute(async (trx) => {
    const kept = await findBankQuestion(trx, key);
    if (!kept) return { ok: false, reason: "gone" };
    return seenOfKept(kept) === seen
      ? change(trx, kept)
      : { ok: false, reason: "changed-meanwhile" };
  });
}

/** Another version; the same words again make none. */
async function saveNext(
  trx: Trx,
  editing: BankEditing,
  { kept, question }: { kept: StoredBankQuestion; question: Question },
): Promise<BankOutcome<BankRefusal<NotKept>>> {
  if (isSameJson(question, kept.question))
    return { ok: true, isChanged: false };
  const reason = refusalOf(question);
  if (reason) return { ok: false, reason };
  const version = kept.version + 1;
  if (!(await updateBankQuestion(trx, kept, { version })))
    return { ok: false, reason: "changed-meanwhile" };
  await addVersion(trx, editing, { id: kept.id, version, question });
  await record(trx, editing, { type: "changed", id: kept.id, version });
  return { ok: true, isChanged: true };
}

/** Saves what a form says as the next version. No copy of it changes by that. */
export async function changeBankQuestion(
  db: Db,
  editing: BankEditing,
  { key, form }: { key: string; form: QuestionForm },
): Promise<BankOutcome<BankRefusal<QuestionRefusal | NotKept>>> {
  return settle<QuestionRefusal | NotKept>(
    db,
    { key, seen: form.seen },
    async (trx, kept) => {
      const { question: old } = kept;
      const takenValues = new Set(
        kept.versions
          .flatMap(({ question }) => optionsOfQuestion(question))
          .map(({ value }) => value),
      );
      const read = readTypedQuestion(form, { old, id: old.id, takenValues });
      if ("refused" in read) return { ok: false, reason: read.refused };
      const question = keepSourcesOfOne(old, read.question);
      return saveNext(trx, editing, { kept, question });
    },
  );
}

/** Saves a question of a call, that is a copy of the bank's, as the bank's next version. */
export async function keepAsNext(
  db: Db,
  editing: BankEditing,
  { question, ...seen }: Seen & { question: Question },
): Promise<BankOutcome<BankRefusal<"bank-other-kind" | NotKept>>> {
  return settle<"bank-other-kind" | NotKept>(db, seen, async (trx, kept) => {
    if (question.type !== kept.question.type)
      return { ok: false, reason: "bank-other-kind" };
    const next = { ...asKept(question), id: kept.question.id };
    return saveNext(trx, editing, { kept, question: next });
  });
}

/** Gives a question of the bank another name or group, or says whether it can still be taken. Copies stay. */
export async function settleBankQuestion(
  db: Db,
  editing: BankEditing,
  of: Seen & {
    step: "save" | "retire" | "restore";
    name: string;
    group: string;
  },
): Promise<BankOutcome<BankRefusal>> {
  const { step, name, group } = of;
  const at = editing.now.toISOString();
  const set = {
    save: { name, group_name: group },
    retire: { retired_at: at, retired_by_id: editing.staffId },
    restore: { retired_at: null, retired_by_id: null },
  }[step];
  const type = { save: "renamed", retire: "retired", restore: "restored" }[
    step
  ];
  return settle(db, of, async (trx, kept) => {
    if (!(await updateBankQuestion(trx, kept, set)))
      return { ok: false, reason: "changed-meanwhile" };
    await record(trx, editing, { type, id: kept.id });
    return { ok: true, isChanged: true };
  });
}
