import { createHash } from "node:crypto";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { z } from "zod";
import { askWithin, ProviderFault } from "./provider-answers.server.ts";
import type { ProviderSettings, ProviderVisit } from "./provider.ts";

/** Signatures that only the provider can make: none by a secret that we hold too, and not `none`. */
const algorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

type Ask = Parameters<Parameters<typeof askWithin>[0]>[0];

/** What the provider says of itself, asked for each time: it may change its keys and addresses. */
async function discover(ask: Ask, { issuer }: ProviderSettings) {
  const at = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const found = documentSchema.safeParse(await ask(at));
  if (!found.success) throw new ProviderFault("wrong", "discovery");
  const document = found.data;
  if (document.issuer !== issuer) throw new ProviderFault("wrong", "issuer");
  const isLocked = issuer.startsWith("https:");
  const { authorization_endpoint, token_endpoint, jwks_uri } = document;
  const all = [authorization_endpoint, token_endpoint, jwks_uri];
  if (document.userinfo_endpoint) all.push(document.userinfo_endpoint);
  if (isLocked && !all.every((address) => address.startsWith("https:")))
    throw new ProviderFault("wrong", "addresses");
  return document;
}

type Visit = { settings: ProviderSettings; visit: ProviderVisit; back: string };

/**
 * Where the browser goes to sign in with the provider.
 *
 * @throws a `ProviderFault`.
 */
export async function findProviderAddress({
  settings,
  visit,
  back,
}: Visit): Promise<string> {
  const { authorization_endpoint } = await askWithin((ask) =>
    discover(ask, settings),
  );
  const address = new URL(authorization_endpoint);
  const challenge = createHash("sha256").update(visit.verifier);
  const asked = {
    ...{ client_id: settings.clientId, redirect_uri: back },
    ...{ response_type: "code", scope: "openid email" },
    ...{ state: visit.state, nonce: visit.nonce },
    code_challenge: challenge.digest("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked))
    address.searchParams.set(name, value);
  return address.href;
}

const tokensSchema = z.object({
  id_token: z.string(),
  access_token: z.string().optional(),
});

const claimsSchema = z.object({
  sub: z.string(),
  nonce: z.string().optional(),
  azp: z.string().optional(),
  email: z.string().optional(),
  /** Some write it as a word, which says less than it seems to. */
  email_verified: z.unknown().optional(),
});

export type ProvenAddress = { email: string; isVerified: boolean };

/**
 * The address of whoever came back from the provider, by a code that is changed
 * for a signed statement about them.
 *
 * @param issuer who the answer says it is of, where it does.
 * @throws a `ProviderFault`.
 */
export async function readProvenAddress({
  code,
  issuer,
  now,
  ...visit
}: Visit & {
  code: string;
  issuer: string | null;
  now: Date;
}): Promise<ProvenAddress> {
  const { settings } = visit;
  return askWithin(async (ask) => {
    const document = await discover(ask, settings);
    const isNamed = document.authorization_response_iss_parameter_supported;
    if (issuer === null ? isNamed : issuer !== settings.issuer)
      throw new ProviderFault("wrong", "issuer-of-answer");
    const tokens = tokensSchema.safeParse(
      await ask(
        document.token_endpoint,
        changeOf(document, { code, ...visit }),
      ),
    );
    if (!tokens.success) throw new ProviderFault("wrong", "tokens");
    const { id_token, access_token } = tokens.data;
    const keys = (await ask(document.jwks_uri)) as JSONWebKeySet;
    const stated = await verify(id_token, { keys, now, ...visit });
    if (stated.email !== undefined) return toAddress(stated);
    if (!document.userinfo_endpoint || access_token === undefined)
      return toAddress(stated);
    const told = claimsSchema.safeParse(
      await ask(document.userinfo_endpoint, {
        headers: { Authorization: `Bearer ${access_token}` },
      }),
    );
    if (!told.success || told.data.sub !== stated.sub)
      throw new ProviderFault("wrong", "person");
    return toAddress(told.data);
  });
}

type Claims = z.infer<typeof claimsSchema>;

function toAddress({ email = "", email_verified }: Claims): ProvenAddress {
  return { email, isVerified: email_verified === true };
}

/** How a code is changed: the secret goes in the head, or in the form where the provider takes it nowhere else. */
function changeOf(
  document: z.infer<typeof documentSchema>,
  { settings, visit, back, code }: Visit & { code: string },
): RequestInit {
  const { clientId, clientSecret } = settings;
  const body = new URLSearchParams({
    ...{ grant_type: "authorization_code", code, redirect_uri: back },
    code_verifier: visit.verifier,
  });
  const known = document.token_endpoint_auth_methods_supported;
  if (known && !known.includes("client_secret_basic")) {
    body.set("client_id", clientId);
    body.set("client_secret", clientSecret);
    return { method: "POST", body };
  }
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(":");
  const Authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
  return { method: "POST", body, headers: { Authorization } };
}

async function verify(
  token: string,
  of: Pick<Visit, "settings" | "visit"> & { keys: JSONWebKeySet; now: Date },
): Promise<Claims> {
  const { settings, visit, keys, now } = of;
  const { issuer, clientId: audience } = settings;
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    ...{ issuer, audience, algorithms, currentDate: now },
    clockTolerance: 60,
    requiredClaims: ["sub", "exp", "iat"],
  }).catch(() => {
    throw new ProviderFault("wrong", "statement");
  });
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw new ProviderFault("wrong", "claims");
  const { nonce, azp = audience } = claims.data;
  if (nonce !== visit.nonce) throw new ProviderFault("wrong", "nonce");
  if (azp !== audience) throw new ProviderFault("wrong", "party");
  return claims.data;
}
