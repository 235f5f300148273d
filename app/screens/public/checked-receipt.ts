import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { ReceiptFault } from "#app/domain/proofs/check-receipt.server.ts";
import type { StatementChange } from "#app/domain/proofs/compare-statements.ts";
import type { ReceiptFile } from "#app/domain/proofs/receipt-file.ts";
import { wordsIn } from "#app/words/words.ts";

/** A receipt that is true, as it is told to whoever has had it checked. */
export function describeTrueReceipt(
  { statement, inclusion }: ReceiptFile,
  language: Language,
) {
  const words = wordsIn(language);
  const told = words.signedReceipt.check;
  const { reference, call, sentAt, signedAt, version } = statement;
  const fact = (id: string, label: string, value: string) => ({
    ...{ id, label, value },
  });
  return {
    facts: [
      fact("reference", told.reference, reference),
      fact("call", told.call, call),
      fact("sent", told.sentAt, words.times.time(sentAt)),
      fact("signed", told.signedAt, words.times.time(signedAt)),
      ...(version > 1 ? [fact("version", told.version, String(version))] : []),
    ],
    inDay: inclusion
      ? told.inDay(words.times.date(`${inclusion.day}T12:00:00.000Z`))
      : told.notInDay,
    withdrawn: statement.isWithdrawn ? told.withdrawn : undefined,
    answers: statement.answers.map(({ id, question, text }) => ({
      questionId: id,
      label: question,
      line: text ?? told.keptApart,
      files: [],
    })),
    files: statement.files.map(({ name, size, sha256 }) => ({
      ...{ name, sha256 },
      facts: describeByteSize(size),
    })),
  };
}

/** What is wrong with one, in a sentence; and part by part, where that can be told. */
export function describeFault(
  fault: ReceiptFault,
  changes: StatementChange[] | undefined,
  language: Language,
) {
  const told = wordsIn(language).signedReceipt.check;
  const parts = changes?.map(told.change);
  return {
    message: told.fault(fault),
    changes: parts?.length === 0 ? [told.signatureAlone] : parts,
  };
}
