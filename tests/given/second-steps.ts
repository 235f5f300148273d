import { randomBytes } from "node:crypto";
import type { Db } from "#app/db/schema.ts";
import {
  offerSecondStep,
  setUpSecondStep,
} from "#app/domain/accounts/second-steps.server.ts";
import { codeOfStep, stepOf } from "#app/domain/accounts/totp.server.ts";
import { testSecret as secret } from "./context.ts";

/** Somebody's second step, set up so long before that its code was another: the codes of their app, and for when it is lost. */
export async function givenSecondStep(
  db: Db,
  { staffId, now }: { staffId: string; now: Date },
) {
  const before = new Date(now.getTime() - 5 * 60_000);
  const of = { staffId, secret, now: before, randomBytes };
  const { key, offer } = offerSecondStep(of);
  const code = codeOfStep(key, stepOf(before));
  const setUp = await setUpSecondStep(db, { ...of, offer, code });
  if (!setUp.ok) throw new Error(`Not set up: ${setUp.reason}`);
  const codeAt = (at: Date, stepsOff = 0) =>
    codeOfStep(key, stepOf(at) + stepsOff);
  return { key, codeAt, recoveryCodes: setUp.recoveryCodes };
}
