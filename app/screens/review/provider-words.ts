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
  stranger: (name) =>
    `Your account with ${name} does not open this portal. Ask an admin of your team whether you are invited under another address.`,
  disabled: () =>
    "Your account on this team is disabled. Ask an admin of your team.",
  wait: () => "Too many tries came from your network. Try again in 15 minutes.",
};

/** @param why as the page's address has it, which anybody can write. */
export function providerProblem(
  why: string | null,
  name: string,
): string | undefined {
  const reason = providerRefusals.find((refusal) => refusal === why);
  return reason && words[reason](name);
}
