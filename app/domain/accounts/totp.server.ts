import { createHmac, timingSafeEqual } from "node:crypto";

/*
 * Codes that a person's app makes of a secret and the time (RFC 6238 over RFC
 * 4226): SHA-1, six digits, thirty seconds, which is what every app knows.
 */

const digits = 6;
const stepSeconds = 30;
/** A code of one step before or after is taken too: clocks differ, and typing takes time. */
const stepsBeside = 1;

/** The step that a moment is in. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / stepSeconds);
}

/** The code of one step. */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step around a moment that a typed code is of; undefined where it is of none. */
export function findStep(
  secret: Buffer,
  typed: string,
  now: Date,
): number | undefined {
  const code = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return undefined;
  const around = stepOf(now);
  let found: number | undefined;
  for (let step = around - stepsBeside; step <= around + stepsBeside; step += 1)
    if (
      timingSafeEqual(Buffer.from(codeOfStep(secret, step)), Buffer.from(code))
    )
      found = step;
  return found;
}
