import type { StaffPosting } from "#app/domain/accounts/staff-mail.server.ts";
import type { RequestContext } from "./context.server.ts";

/** What a mail to somebody of the team is sent with, from a request's own surroundings. */
export function staffPosting({
  env,
  now,
  randomBytes,
}: Pick<RequestContext, "env" | "now" | "randomBytes">): Omit<
  StaffPosting,
  "kind" | "sendBefore"
> {
  const canSend = env.mail !== undefined;
  return { canSend, secret: env.secret, now: now(), randomBytes };
}

/** Where a letter tells its reader to go, and whose portal it is. */
export function letterPlace(
  { env }: Pick<RequestContext, "env">,
  address: string,
) {
  const at = new URL(address, env.publicBaseUrl).href;
  return { reviewName: env.reviewName, at };
}
