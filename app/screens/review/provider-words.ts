import {
  type ProviderRefusal,
  providerRefusals,
} from "#app/domain/accounts/provider.ts";

/** What the page to sign in says of a visit to the provider that let nobody in. */
const words: Record<ProviderRefusal, (name: string) => string> = {
  stopped: (name) =>
    `Signing in with ${name} was stopped there. Try again, or sign in with your password.`,
  lost: (name) =>
    `Signing in with ${name} began in another window or too long ago. Try again from here.`,
  down: (name) =>
    `${name} does not answer at the moment. Try again in a few minutes, or sign in with your password.`,
  wrong: (name) =>
    `${name} answered with something that we cannot trust, so nobody was signed in. Sign in with your password, and tell an admin of your team.`,
  unverified: (name) =>
    `${name} does not say that your email address is yours. Ask whoever looks after your account there.`,
  another: (name) =>
    `Your address belongs to a person who is linked to another account with ${name}, so nobody was signed in. If you were given a new account there, ask an admin of your team to unlink the old one on your page under People. Until then sign in with your password.`,
  stranger: (name) =>
    `Your account with ${name} does not open this portal. Ask an admin of your team whether you are invited under another address.`,
  disabled: () =>
    "Your account on this team is disabled. Ask an admin of your team.",
  wait: () => "Too many tries came from your network. Try again in 15 minutes.",
};

/** Told on the page that somebody signs in to for the first time this way. */
export const linkedWords = (name: string) =>
  `Your account was linked to your account with ${name}. From now on that account opens it, whatever its address.`;

/** What is told where somebody is unlinked; where the portal has no provider any more it has no name. */
export const providerNameOr = (name: string | undefined) =>
  name ?? "the sign-in provider";

/** @param why as the page's address has it, which anybody can write. */
export function providerProblem(
  why: string | null,
  name: string,
): string | undefined {
  const reason = providerRefusals.find((refusal) => refusal === why);
  return reason && words[reason](name);
}
