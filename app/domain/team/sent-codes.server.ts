import { createHmac } from "node:crypto";
import { codeOfBytes } from "../drafts/codes.server.ts";
import { normaliseCode } from "../drafts/codes.ts";

/*
 * Codes that are mailed to people of the team: 120 bits, typed or pasted into a
 * form and never a part of an address, which logs, histories and link scanners
 * see. What is stored is a keyed hash, another for each purpose.
 */

type Purpose = "invitation" | "reset";
type Keyed = { purpose: Purpose; secret: string };

/** @returns a new code, as it is shown, and what is stored of it. */
export function makeSentCode({
  randomBytes,
  ...keyed
}: Keyed & { randomBytes: (count: number) => Buffer }) {
  const code = codeOfBytes(randomBytes(15));
  const codeHash = hashSentCode(code, keyed);
  if (codeHash === undefined)
    throw new Error("A code that cannot be read back");
  return { code, codeHash };
}

/** What is stored of a code that was typed; undefined where it cannot be one. */
export function hashSentCode(
  typed: string,
  { purpose, secret }: Keyed,
): string | undefined {
  const code = normaliseCode(typed);
  return (
    code &&
    createHmac("sha256", secret)
      .update(`staff-${purpose}:${code}`)
      .digest("hex")
  );
}
