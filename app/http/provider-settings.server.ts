import { z } from "zod";
import type { ProviderSettings } from "#app/domain/accounts/provider.ts";

/** An identity provider (OpenID Connect) by which the team may sign in; all of them or none. */
export const providerSettingsShape = {
  /** As the provider writes it itself, to the last slash. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, message: "is not an https address" })
    .optional(),
  OIDC_CLIENT_ID: z.string().max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().max(2_000).optional(),
  /** What the sign-in page calls it: "Sign in with Northside Council". */
  OIDC_NAME: z.string().max(60).optional(),
};

type Settings = z.infer<z.ZodObject<typeof providerSettingsShape>> & {
  PUBLIC_BASE_URL: string;
};

const names = [
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
] as const;

/** Without a locked way anybody between us and the provider says who comes in. It may be missing where all of it is on one machine, to try it. */
export function refuseHalfAProvider(
  settings: Settings,
  refinement: z.RefinementCtx,
): void {
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === names.length) return;
  const tell = (name: string, message: string) =>
    refinement.addIssue({ code: "custom", path: [name], message });
  for (const name of missing) tell(name, "is needed with the other OIDC_ ones");
  const { OIDC_ISSUER: issuer, PUBLIC_BASE_URL } = settings;
  if (issuer === undefined || !URL.canParse(issuer)) return;
  const { protocol, search, hash, username } = new URL(issuer);
  if (search || hash || username)
    tell("OIDC_ISSUER", "is an address without more after its path");
  if (protocol !== "https:" && !(isHere(issuer) && isHere(PUBLIC_BASE_URL)))
    tell("OIDC_ISSUER", "has to be an https address");
}

function isHere(address: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(
    new URL(address).hostname,
  );
}

export function readProviderSettings(
  settings: Settings,
): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = settings;
  const { OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = settings;
  if (!issuer || !clientId || !clientSecret || !name) return undefined;
  return { issuer, clientId, clientSecret, name };
}
