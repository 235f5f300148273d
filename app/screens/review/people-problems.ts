import { minPasswordCharacters } from "#app/domain/accounts/accounts.ts";
import type { PeopleProblem } from "#app/domain/team/team.ts";

/** What is said beside a field of the forms about people. */
export const peopleProblems: Record<PeopleProblem, string> = {
  "email-missing": "Enter an email address, like name@example.com",
  "role-missing": "Choose what they are on the team",
  "code-missing": "Enter the code from the mail",
  "app-code-missing": "Enter the six digits that your app shows",
  "name-missing": "Enter your name",
  "name-too-long": "The name must be 120 characters or less",
  "password-missing": "Enter a password",
  "old-password-missing": "Enter the password that you have now",
  "password-too-long": "The password must be 256 characters or less",
};

/** Why a password was not taken. */
export const passwordRefusals = {
  "password-too-short": `The password must be ${minPasswordCharacters} characters or more`,
  "password-common":
    "This password is one of those that are guessed first. Choose another, such as three words that do not belong together",
};

export const passwordHint = `At least ${minPasswordCharacters} characters. Three words that do not belong together are easy to keep in mind.`;

/** Why a code that was mailed opens nothing. */
export const invitationRefusals = {
  "unknown-code":
    "We do not know this code. Copy all of it from the mail, and check that it is the last one you were sent",
  used: "This invitation has been used already. If that was you, sign in",
  withdrawn:
    "This invitation was withdrawn, or another one was sent after it. Look for a later mail, or ask whoever invited you",
  expired:
    "This invitation has ended: it could be used for 7 days. Ask whoever invited you for another",
  "email-taken":
    "There is an account for your address already. Sign in, or ask whoever invited you",
};

export const resetRefusals = {
  "unknown-code":
    "This code opens nothing: it was used, another one was sent after it, or some of it is missing. Copy all of it from the last mail",
  expired: "This code has ended: it could be used for an hour. Ask for another",
};

/** "Wait 3 minutes": after too many tries. */
export function waitWords(waitSeconds: number): string {
  const minutes = Math.ceil(waitSeconds / 60);
  return `There were too many tries. Wait ${minutes === 1 ? "1 minute" : `${minutes} minutes`}, then try again`;
}

export const busyWords =
  "Many people are signing in at the moment. Wait a few seconds, then try again";

type CodeRefused<Own> =
  | { reason: Own | keyof typeof passwordRefusals | "busy" }
  | { reason: "too-many-tries"; waitSeconds: number };

/**
 * Why nothing came of a code and the password that was to be set with it, beside
 * the field that it is about.
 *
 * @param words of the reasons that are the code's own
 */
export function describeCodeRefusal<Words extends Record<string, string>>(
  refused: CodeRefused<keyof Words>,
  words: Words,
): { errors: Record<string, string>; status: number } {
  if ("waitSeconds" in refused)
    return { errors: { code: waitWords(refused.waitSeconds) }, status: 429 };
  const { reason } = refused;
  if (reason === "busy") return { errors: { code: busyWords }, status: 503 };
  const ofPassword: Record<string, string> = passwordRefusals;
  const newPassword = ofPassword[String(reason)];
  const errors = newPassword
    ? { newPassword }
    : { code: String(words[reason]) };
  return { errors, status: 400 };
}

/** Why a second step was not set up. */
export const setUpRefusals = {
  "wrong-code":
    "This code is not right. Enter the one that your app shows now, and check that the clock of its device is right",
  "old-offer":
    "The key on this page has ended. Take the new one into your app, and enter its code",
  "wrong-password": "This is not your password",
};

type Doubt =
  | { reason: "wrong-password" | "busy" }
  | { reason: "wait"; waitSeconds: number };

/** Why a password was not taken as one's own. */
export function passwordDoubt(doubt: Doubt): string {
  if (doubt.reason === "wait") return waitWords(doubt.waitSeconds);
  return doubt.reason === "busy" ? busyWords : setUpRefusals[doubt.reason];
}
