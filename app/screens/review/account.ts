import type { Passkey } from "#app/domain/accounts/passkeys.server.ts";
import type { Person } from "#app/domain/accounts/people.server.ts";
import { writeKey, writeKeyUri } from "#app/domain/accounts/totp.ts";
import {
  recoveryCodesAddress,
  setUpSecondStepAddress,
} from "#app/people-addresses.ts";
import { formatShortDate } from "#app/words/review-en/times.ts";
import { describeRole } from "./people.ts";

/** What somebody is told of their own account. */
export function describeAccount(
  { name, email, role }: Person,
  secondStep: { since: string; recoveryCodesLeft: number } | undefined,
) {
  return [
    { id: "name", label: "Name", value: name },
    { id: "email", label: "Email address", value: email },
    { id: "role", label: "Role", value: describeRole(role) },
    {
      id: "second-step",
      label: "Second step",
      value: secondStep
        ? `On since ${formatShortDate(secondStep.since)}, with ${countCodes(secondStep.recoveryCodesLeft)} left`
        : "Off",
      actions: [
        {
          to: setUpSecondStepAddress,
          label: secondStep ? "Use another app" : "Set it up",
        },
        ...(secondStep
          ? [{ to: recoveryCodesAddress, label: "Make new recovery codes" }]
          : []),
      ],
    },
  ];
}

const countCodes = (count: number) =>
  count === 1 ? "1 recovery code" : `${count} recovery codes`;

/** One of one's own passkeys. */
export function describePasskey({ passkeyId, name, madeAt }: Passkey) {
  return {
    passkeyId,
    name: name ?? "A passkey",
    made: madeAt === null ? "" : `Added on ${formatShortDate(madeAt)}`,
  };
}

/** A key for an app: for a camera, and to be typed. */
export function describeKey(
  key: Uint8Array,
  { reviewName, account }: { reviewName: string; account: string },
) {
  return {
    uri: writeKeyUri(key, { issuer: `Heard: ${reviewName}`, account }),
    typedKey:
      writeKey(key)
        .match(/.{1,4}/g)
        ?.join(" ") ?? "",
  };
}
