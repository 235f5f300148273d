import {
  type BankQuestion,
  copyOfKept,
  newerOf,
} from "../bank/bank-question.ts";
import { membersOf } from "../question-types/question-types.ts";
import { findAmong, withList } from "./asked-again.ts";
import { findPart, withPage } from "./edits.ts";
import { newId } from "./new-ids.ts";
import {
  maxQuestionsOfPage,
  seenOf,
  type WorkingCopy,
} from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

type OnPage = { pageId: string; taken: ReadonlySet<string> };

/** Copies questions of the bank after the others of a page, or of those that are asked several times together. */
export function takeFromBank(
  copy: WorkingCopy,
  of: OnPage & { group?: string | undefined; kept: readonly BankQuestion[] },
): Edit<"gone" | "page-full" | "does-not-fit"> {
  const { pageId, group, kept } = of;
  const page = findPart(copy, pageId);
  if (!page) return { refused: "gone" };
  const list =
    group === undefined
      ? page.body.questions
      : page.body.questions.filter(({ id }) => id === group).flatMap(membersOf);
  if (group !== undefined && list.length === 0) return { refused: "gone" };
  if (list.length + kept.length > maxQuestionsOfPage)
    return { refused: "page-full" };
  const taken = new Set(of.taken);
  const copies = kept.map((one) => {
    const id = newId(one.question.label.en, { taken, kind: "question" });
    const question = copyOfKept(one, { id, taken });
    for (const { id: given } of [question, ...membersOf(question)])
      taken.add(given);
    return question;
  });
  const questions = withList(page.body.questions, group, (all) => [
    ...all,
    ...copies,
  ]);
  if (!questions) return { refused: "does-not-fit" };
  return {
    after: withPage(copy, pageId, { ...page.body, questions }),
    did: { what: "bank-taken", key: pageId },
  };
}

/**
 * Gives a copied question the words that the bank has by now, or says that it
 * keeps its own. Its id stays, and so do those of its options: the bank's are the same.
 */
export function settleNewer(
  copy: WorkingCopy,
  of: OnPage & {
    questionId: string;
    seen: string;
    step: "take" | "keep";
    version: number;
    kept: BankQuestion | undefined;
  },
): Edit<"gone" | "changed-meanwhile" | "does-not-fit"> {
  const { pageId, questionId, kept, step } = of;
  const page = findPart(copy, pageId);
  const found = page && findAmong(page.body.questions, questionId);
  if (!page || !found || !kept) return { refused: "gone" };
  const { question: ours, group } = found;
  const { origin } = ours;
  if (!origin || origin.item !== kept.key || origin.member !== undefined)
    return { refused: "gone" };
  if (seenOf(copy, page) !== of.seen || kept.version !== of.version)
    return { refused: "changed-meanwhile" };
  const settled =
    step === "take"
      ? newerOf(ours, kept, of.taken)
      : { ...ours, origin: { ...origin, passed: kept.version } };
  const questions = withList(page.body.questions, group?.id, (list) =>
    list.map((one) => (one.id === questionId ? settled : one)),
  );
  if (!questions) return { refused: "does-not-fit" };
  return {
    after: withPage(copy, pageId, { ...page.body, questions }),
    did: {
      what: step === "take" ? "bank-newer" : "bank-passed",
      key: questionId,
    },
  };
}
