import { receiptAddress } from "./addresses.ts";

/** One answer of a response that was sent, by its question, or one file. */
export type OwnPart = { answer: string } | { file: string };

/** Where its sender takes one of them back. */
export function takeBackAddress(part: OwnPart): string {
  return `${receiptAddress}/take-back?${new URLSearchParams(part)}`;
}

/** The public keys and each day's root; as a file too; where a saved receipt is checked. */
export const receiptKeysAddress = "/receipts/keys";
export const receiptKeyFileAddress = `${receiptKeysAddress}.json`;
export const checkReceiptAddress = "/receipts/check";

/** Where it puts another answer in the place of one. */
export function changeAddress(questionId: string): string {
  return ofAnswer(`${receiptAddress}/change`, questionId);
}

export const addFilePath = `${receiptAddress}/add-file`;

/** Where it adds a file to a question that takes files. */
export function addFileAddress(questionId: string): string {
  return ofAnswer(addFilePath, questionId);
}

/** Where it sees its pieces of evidence one by one. */
export function itemsAddress(questionId: string): string {
  return ofAnswer(`${receiptAddress}/items`, questionId);
}

/** Where the kind of another piece is chosen; the form itself brings the parameters. */
export const itemPath = `${receiptAddress}/item`;

/** Where it changes one of them; of the name "new", where it adds one. */
export function itemAddress(
  questionId: string,
  item: string,
  more: { kind?: string } = {},
): string {
  return ofAnswer(itemPath, questionId, { item, ...more });
}

/** Where it adds one of what is asked again. */
export function addItemAddress(questionId: string): string {
  return ofAnswer(`${receiptAddress}/add-item`, questionId);
}

/** Where it removes one of them. */
export function removeItemAddress(questionId: string, item: string): string {
  return ofAnswer(`${receiptAddress}/remove-item`, questionId, { item });
}

function ofAnswer(
  path: string,
  questionId: string,
  more: Record<string, string> = {},
): string {
  return `${path}?${new URLSearchParams({ answer: questionId, ...more })}`;
}
