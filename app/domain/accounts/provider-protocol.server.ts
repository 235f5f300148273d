import * as openid from "openid-client";
import { askWithin, ProviderFault } from "./provider-answers.server.ts";
import type {
  ProvenPerson,
  ProviderSettings,
  ProviderVisit,
} from "./provider.ts";

type Ask = Parameters<Parameters<typeof askWithin>[0]>[0];

/**
 * What the provider says of itself, asked for each time: it may change its keys
 * and addresses. Statements are taken by its signature alone; without a locked
 * way only where the settings allow it.
 */
async function discover(
  ask: Ask,
  { issuer, clientId, clientSecret }: ProviderSettings,
  now: Date,
): Promise<openid.Configuration> {
  const isOpen = issuer.startsWith("http:");
  const found = await openid.discovery(new URL(issuer), clientId, {}, none, {
    [openid.customFetch]: ask as openid.CustomFetch,
    execute: isOpen ? [openid.allowInsecureRequests] : [],
  });
  const server = found.serverMetadata();
  if (server.issuer !== issuer) throw new ProviderFault("wrong", "issuer");
  const known = server.token_endpoint_auth_methods_supported;
  const isInHead = !known || known.includes("client_secret_basic");
  const clock = {
    [openid.clockSkew]: Math.round((now.getTime() - Date.now()) / 1_000),
    [openid.clockTolerance]: 60,
  };
  const proof = isInHead
    ? openid.ClientSecretBasic(clientSecret)
    : openid.ClientSecretPost(clientSecret);
  const configuration = new openid.Configuration(
    server,
    clientId,
    clock,
    proof,
  );
  configuration[openid.customFetch] = ask as openid.CustomFetch;
  openid.enableNonRepudiationChecks(configuration);
  if (isOpen) openid.allowInsecureRequests(configuration);
  return configuration;
}

/** Who we are is not told where the provider only tells of itself. */
const none = openid.None();

type Visit = { settings: ProviderSettings; visit: ProviderVisit; now: Date };

/**
 * Where the browser goes to sign in with the provider.
 *
 * @param back where it comes back to.
 * @throws a `ProviderFault`.
 */
export async function findProviderAddress({
  settings,
  visit,
  now,
  back,
}: Visit & { back: string }): Promise<string> {
  return askWithin(async (ask) => {
    const configuration = await discover(ask, settings, now);
    const { verifier, state, nonce } = visit;
    const address = openid.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: back, scope: "openid email", state, nonce },
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return address.href;
  });
}

/**
 * Who came back from the provider, by a code that is changed for a signed
 * statement about them.
 *
 * @param cameBack the address that the provider led to, as the browser knows it.
 * @throws a `ProviderFault`.
 */
export async function readProvenPerson({
  settings,
  visit,
  now,
  cameBack,
}: Visit & { cameBack: URL }): Promise<ProvenPerson> {
  return askWithin(async (ask) => {
    const configuration = await discover(ask, settings, now);
    const tokens = await openid.authorizationCodeGrant(
      configuration,
      cameBack,
      {
        ...{ expectedState: visit.state, expectedNonce: visit.nonce },
        ...{ pkceCodeVerifier: visit.verifier, idTokenExpected: true },
      },
    );
    const stated = tokens.claims();
    if (!stated) throw new ProviderFault("wrong", "statement");
    const { iss: issuer, sub: subject } = stated;
    if (!/^[\x20-\x7e]{1,255}$/.test(subject))
      throw new ProviderFault("wrong", "subject");
    const isTold = configuration.serverMetadata().userinfo_endpoint;
    const told =
      stated.email !== undefined || !isTold
        ? stated
        : await openid.fetchUserInfo(
            configuration,
            tokens.access_token,
            subject,
          );
    return { issuer, subject, ...toAddress(told) };
  });
}

/** Some write what is verified as a word, which says less than it seems to. */
function toAddress(told: Readonly<Record<string, unknown>>) {
  const { email, email_verified } = told;
  return {
    email: typeof email === "string" ? email : "",
    isVerified: email_verified === true,
  };
}
