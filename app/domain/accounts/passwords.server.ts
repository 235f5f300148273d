import { hash, verify } from "@node-rs/argon2";
import { takeTurns } from "../limits/turns.ts";

/** OWASP ASVS 5.0 6.2: argon2id with at least 64 MiB and 3 passes. */
const strength = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, strength);
}

export function isPasswordOf(
  stored: string,
  password: string,
): Promise<boolean> {
  return verify(stored, password);
}

/** Whether a hash was made when passwords were hashed with less work than now. */
export function isWeakHash(stored: string): boolean {
  const read = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored);
  if (!read) return true;
  return (
    Number(read[1]) < strength.memoryCost || Number(read[2]) < strength.timeCost
  );
}

/**
 * Hashing takes 64 MiB and one of the four threads that files are read, written
 * and fsynced on too, in this process: so two at once, whoever asks.
 */
export const waitForPasswordTurn = takeTurns({
  atOnce: 2,
  atOnceForOne: 2,
  waiting: 30,
  waitingForOne: 30,
  waitMilliseconds: 20_000,
});
