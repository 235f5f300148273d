import {
  settleNewer,
  takeFromBank,
} from "#app/domain/calls/authoring/bank-edits.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
import {
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import type { givenEditor } from "./authoring.ts";
import type { Db } from "#app/db/schema.ts";
import {
  type BankQuestion,
  seenOfKept,
} from "#app/domain/calls/bank/bank-question.ts";
import { findBankQuestion } from "#app/domain/calls/bank/bank.server.ts";
import {
  changeBankQuestion,
  keepInBank,
} from "#app/domain/calls/bank/keep-bank.server.ts";
import type { QuestionForm } from "#app/domain/calls/authoring/question-forms.ts";
import {
  type Question,
  questionSchema,
} from "#app/domain/calls/question-types/question-types.ts";

export const roleKey = "0123456789abcdef01234567";

/** One of three, the last of which is Welsh too. */
export const roleQuestion: Question = questionSchema.parse({
  ...{ id: "role", type: "radios", required: true, publishable: true },
  label: { en: "What is your role?", cy: "Beth yw eich rôl?" },
  choices: [
    { value: "carer", label: { en: "Carer" } },
    { value: "worker", label: { en: "Social worker" } },
    { value: "other", label: { en: "Other", cy: "Arall" } },
  ],
});

type Editing = { staffId: string; now: Date };

/** Puts a question into the bank. */
export async function givenKept(
  db: Db,
  editing: Editing,
  of: Partial<Parameters<typeof keepInBank>[2]> = {},
) {
  const whole = {
    key: roleKey,
    name: "Role",
    group: "",
    question: roleQuestion,
  };
  const kept = await keepInBank(db, editing, { ...whole, ...of });
  if (!kept.ok) throw new Error(kept.reason);
}

/** The form of a bank's question as it stands, with what somebody types. */
export async function typedOver(
  db: Db,
  typed: Partial<QuestionForm>,
  key = roleKey,
): Promise<QuestionForm> {
  const kept = await findBankQuestion(db, key);
  if (!kept) throw new Error("It is not in the bank");
  const { question } = kept;
  const choices = "choices" in question ? question.choices : [];
  return {
    ...{ type: "radios", label: question.label.en, hint: "" },
    ...{ settings: ["required", "publishable"], missingMessage: "" },
    ...{ itemName: "", firstQuestion: "", optionPlace: [] },
    optionValue: choices.map(({ value }) => value),
    optionLabel: choices.map(({ label }) => label.en),
    seen: seenOfKept(kept),
    ...typed,
  };
}

/** Saves another version of a bank's question. */
export async function changeKept(
  db: Db,
  editing: Editing,
  typed: Partial<QuestionForm>,
) {
  const form = await typedOver(db, typed);
  return changeBankQuestion(db, editing, { key: roleKey, form });
}

type Editor = Awaited<ReturnType<typeof givenEditor>>;

/** The bank's question as it stands. */
export const findKept = async ({ db }: Editor): Promise<BankQuestion> =>
  (await findBankQuestion(db, roleKey))!;

/** Copies it onto the first page of a call. */
export async function takeKept(editor: Editor) {
  const { db, call, edit } = editor;
  const kept = [await findKept(editor)];
  const taken = await selectGivenIds(db, call.id);
  return edit((copy) =>
    takeFromBank(copy, { pageId: copy.pages[0]!.key, kept, taken }),
  );
}

/** The last question of the first page. */
export const lastOf = (copy: WorkingCopy) =>
  copy.pages[0]!.body.questions.at(-1)!;

/** Takes the bank's newer version for that, or keeps it as it is. */
export async function settleLast(editor: Editor, step: "take" | "keep") {
  const kept = await findKept(editor);
  const taken = await selectGivenIds(editor.db, editor.call.id);
  return editor.edit((copy) => {
    const [page] = copy.pages;
    const one = { pageId: page!.key, questionId: lastOf(copy).id };
    const seen = seenOf(copy, page!);
    const { version } = kept;
    return settleNewer(copy, { ...one, seen, step, version, kept, taken });
  });
}
