import { createHash } from "node:crypto";
import { findBankQuestion } from "#app/domain/calls/bank/bank.server.ts";
import { seenOfKept } from "#app/domain/calls/bank/bank-question.ts";
import {
  keepAsNext,
  keepInBank,
} from "#app/domain/calls/bank/keep-bank.server.ts";
import { bankQuestions, type DemoKept } from "./bank-questions.ts";
import { daysBefore, type Demo, type Step } from "./steps.ts";

/** The lead keeps what is asked in more than one call; one question got its reason later. */
export function bankSteps(demo: Demo): Step[] {
  const at = (days: number) => daysBefore(demo, days);
  return [
    {
      ...{ at: at(92), what: "questions are kept in the bank" },
      take: async () => {
        for (const kept of bankQuestions) await keep(demo, kept, at(92));
      },
    },
    {
      ...{ at: at(50), what: "a question of the bank says why it is asked" },
      take: () => sayWhy(demo, at(50)),
    },
  ];
}

/** The same in each demo. */
const keyOf = (name: string) =>
  createHash("sha256").update(name).digest("hex").slice(0, 24);

async function keep({ db, staff }: Demo, kept: DemoKept, now: Date) {
  const { staffId } = staff.lead;
  const of = { key: keyOf(kept.name), ...kept };
  const done = await keepInBank(db, { staffId, now }, of);
  if (!done.ok) throw new Error(`“${kept.name}” is not kept: ${done.reason}`);
}

async function sayWhy({ db, staff }: Demo, now: Date) {
  const key = keyOf("What should change");
  const kept = await findBankQuestion(db, key);
  if (!kept)
    throw new Error("The demo keeps no question of what should change");
  const hint = { en: "A few sentences are enough. We read every answer." };
  const done = await keepAsNext(
    db,
    { staffId: staff.admin.staffId, now },
    { key, seen: seenOfKept(kept), question: { ...kept.question, hint } },
  );
  if (!done.ok) throw new Error(`It is not changed: ${done.reason}`);
}
