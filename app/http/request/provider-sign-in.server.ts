import { ProviderFault } from "#app/domain/accounts/provider-answers.server.ts";
import {
  findProviderAddress,
  readProvenPerson,
} from "#app/domain/accounts/provider-protocol.server.ts";
import type {
  ProviderRefusal,
  ProviderSettings,
} from "#app/domain/accounts/provider.ts";
import type { AccountNotice } from "#app/domain/accounts/staff-mail.server.ts";
import type { SecondStepNeed } from "#app/domain/accounts/second-steps.ts";
import { providerBackAddress } from "#app/people-addresses.ts";
import type { RequestContext } from "./context.server.ts";
import { safeReturnPath } from "./guards.server.ts";
import { staffPosting } from "./staff-posting.server.ts";
import { countGuess } from "./guess-throttle.server.ts";
import { beginVisit, readVisit } from "./provider-visit.server.ts";
import { signInByProvider } from "./staff-session.server.ts";

type Refused = { ok: false; reason: ProviderRefusal };

/** Where a browser goes to sign in with the provider, and the cookie that knows it again. */
export async function leaveForProvider(
  context: RequestContext,
  { settings, from }: { settings: ProviderSettings; from: string },
): Promise<{ ok: true; to: string; cookie: string } | Refused> {
  const counted = await countGuess({ context, to: "provider" });
  if (!counted.ok) return { ok: false, reason: "wait" };
  const { visit, cookie } = beginVisit(context, from);
  const now = context.now();
  const leaving = { settings, visit, now, back: backOf(context).href };
  return tellFault(context, async () => {
    const to = await findProviderAddress(leaving);
    return { ok: true as const, to, cookie };
  });
}

type CameBack = { from: string } & (
  { ok: true; headers: Headers; need: SecondStepNeed; isNew: boolean } | Refused
);

/**
 * Lets in whoever comes back from the provider, where they are on the team.
 *
 * @param write what somebody is told who is linked to their account there by this.
 */
export async function comeBackFromProvider(
  request: Request,
  context: RequestContext,
  {
    settings,
    write,
  }: { settings: ProviderSettings; write: AccountNotice["write"] },
): Promise<CameBack> {
  const { searchParams: answer } = new URL(request.url);
  const counted = await countGuess({ context, to: "provider" });
  const begun = readVisit(request, context, answer.get("state") ?? "");
  const from = begun?.from ?? safeReturnPath(undefined);
  const refused = (reason: ProviderRefusal) =>
    ({ ok: false, reason, from }) as const;
  if (!counted.ok) return refused("wait");
  if (!begun) return refused("lost");
  const error = answer.get("error");
  if (error !== null) return refused(reasonOf(error));
  const cameBack = backOf(context);
  cameBack.search = answer.toString();
  const { visit } = begun;
  const entered = await tellFault(context, async () => {
    const person = await readProvenPerson({
      ...{ settings, visit, cameBack, now: context.now() },
    });
    const coming = { person, write, provider: settings.name };
    return signInByProvider({
      ...{ request, context, ...staffPosting(context), ...coming },
    });
  });
  return { ...entered, from };
}

/** What the provider says of why nobody comes (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6). */
function reasonOf(error: string): ProviderRefusal {
  if (
    /^(access_denied|consent_required|login_required|interaction_required|account_selection_required)$/.test(
      error,
    )
  )
    return "stopped";
  return /^(server_error|temporarily_unavailable)$/.test(error)
    ? "down"
    : "wrong";
}

function backOf({ env }: Pick<RequestContext, "env">): URL {
  return new URL(providerBackAddress, env.publicBaseUrl);
}

/** The log is told what was wrong; nobody's address, and nothing that the provider wrote. */
async function tellFault<Outcome>(
  { logger, requestId }: Pick<RequestContext, "logger" | "requestId">,
  step: () => Promise<Outcome>,
): Promise<Outcome | Refused> {
  try {
    return await step();
  } catch (fault) {
    if (!(fault instanceof ProviderFault)) throw fault;
    const { reason, about } = fault;
    logger.warn({ requestId, reason, about }, "The sign-in provider failed");
    return { ok: false, reason };
  }
}
