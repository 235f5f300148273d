import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, describe, expect, test } from "vitest";
import {
  askWithin,
  ProviderFault,
} from "#app/domain/accounts/provider-answers.server.ts";
import {
  findProviderAddress,
  readProvenPerson,
} from "#app/domain/accounts/provider-protocol.server.ts";

type Answer = { status?: number; body: unknown } | "silence";
type Answers = Record<string, Answer>;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Something on this machine that answers as a provider might. */
async function givenAnswers(answersOf: (issuer: string) => Answers) {
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? "", issuer).pathname];
    if (answer === "silence") return void response.write("{");
    response.statusCode = answer?.status ?? (answer ? 200 : 404);
    const body = answer?.body ?? "";
    response.setHeader("Content-Type", "application/json");
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const answers = answersOf(issuer);
  return { issuer, answers };
}

const discovery = "/.well-known/openid-configuration";
const documentOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize?tenant=1`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
});
const now = new Date("2026-11-27T12:00:00Z");
const seconds = Math.floor(now.getTime() / 1_000);
const visit = { state: "s", nonce: "a nonce", verifier: "v" };
const back = "http://localhost:3000/review/provider/back";

const keys = await generateKeyPair("RS256");
const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "RS256" };

type Statement = {
  claims?: object;
  by?: CryptoKey | Uint8Array;
  head?: object;
};

/** Asks for a statement that a provider signs so. */
async function proveBy({ claims, by = keys.privateKey, head }: Statement) {
  const { issuer, answers } = await givenAnswers((issuer) => ({
    [discovery]: { body: documentOf(issuer) },
    "/keys": { body: { keys: [jwk] } },
  }));
  const stated = {
    ...{ iss: issuer, aud: "heard", sub: "7", nonce: visit.nonce },
    ...{ iat: seconds, exp: seconds + 60 },
    ...{ email: "wren@review.example", email_verified: true, ...claims },
  };
  const id_token = await new SignJWT(stated)
    .setProtectedHeader({ alg: "RS256", kid: "1", ...head })
    .sign(by);
  const access = { access_token: "a", token_type: "Bearer" };
  answers["/token"] = { body: { id_token, ...access } };
  return readProvenPerson({
    settings: { name: "N", issuer, clientId: "heard", clientSecret: "x" },
    ...{ visit, now, cameBack: new URL(`${back}?code=c&state=s`) },
  });
}

const faultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "none",
    (fault: unknown) =>
      fault instanceof ProviderFault ? `${fault.reason} ${fault.about}` : fault,
  );

describe("what a provider states", () => {
  test("is taken where all of it is right", async () => {
    expect(await proveBy({})).toEqual({
      ...{ issuer: expect.stringMatching(/^http/), subject: "7" },
      ...{ email: "wren@review.example", isVerified: true },
    });
  });

  test.each<[string, object, string]>([
    [
      "another nonce",
      { nonce: "theirs" },
      "wrong OAUTH_JWT_CLAIM_COMPARISON_FAILED",
    ],
    ["no nonce", { nonce: undefined }, "wrong OAUTH_INVALID_RESPONSE"],
    [
      "another issuer",
      { iss: "https://evil.example" },
      "wrong OAUTH_JWT_CLAIM_COMPARISON_FAILED",
    ],
    [
      "for another",
      { aud: "another" },
      "wrong OAUTH_JWT_CLAIM_COMPARISON_FAILED",
    ],
    [
      "handed on",
      { aud: ["heard", "b"], azp: "b" },
      "wrong OAUTH_JWT_CLAIM_COMPARISON_FAILED",
    ],
    ["old", { exp: seconds - 120 }, "wrong OAUTH_JWT_TIMESTAMP_CHECK_FAILED"],
    ["without an end", { exp: undefined }, "wrong OAUTH_INVALID_RESPONSE"],
    ["of nobody", { sub: undefined }, "wrong OAUTH_INVALID_RESPONSE"],
    ["of an empty subject", { sub: "" }, "wrong subject"],
    ["of a subject that is no name", { sub: "a\0" }, "wrong subject"],
    ["of a subject without end", { sub: "x".repeat(256) }, "wrong subject"],
  ])("is refused where it is %s", async (_what, claims, fault) => {
    expect(await faultOf(proveBy({ claims }))).toBe(fault);
  });

  test("is refused where another key signed it, or a secret", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    expect(await faultOf(proveBy({ by: privateKey }))).toBe(
      "wrong OAUTH_INVALID_RESPONSE",
    );
    const secret = new TextEncoder().encode("x".repeat(32));
    const bySecret = proveBy({ by: secret, head: { alg: "HS256" } });
    expect(await faultOf(bySecret)).toMatch(/^wrong OAUTH_/);
  });
});

describe("a provider that is not itself", () => {
  const leave = async (answersOf: (issuer: string) => Answers) => {
    const { issuer } = await givenAnswers(answersOf);
    const settings = { name: "N", issuer, clientId: "h", clientSecret: "x" };
    return findProviderAddress({ settings, visit, now, back });
  };

  test("keeps what its address asks for already", async () => {
    const to = await leave((issuer) => ({
      [discovery]: { body: documentOf(issuer) },
    }));
    const { searchParams } = new URL(to);
    expect(searchParams.get("tenant")).toBe("1");
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("redirect_uri")).toBe(back);
  });

  test.each<[Answer, string]>([
    [
      { body: documentOf("https://evil.example") },
      "wrong OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
    ],
    [{ body: "<html>" }, "wrong OAUTH_PARSE_ERROR"],
    [{ body: {} }, "wrong OAUTH_INVALID_RESPONSE"],
    [{ status: 503, body: "" }, "down failed"],
    [{ status: 404, body: "" }, "wrong OAUTH_RESPONSE_IS_NOT_CONFORM"],
    [{ body: "x".repeat(200_001) }, "wrong too-long"],
  ])("fails with a reason (%#)", async (answer, fault) => {
    const asked = leave(() => ({ [discovery]: answer }));
    expect(await faultOf(asked)).toBe(fault);
  });

  test("is down where nothing listens, and where an answer never ends", async () => {
    const { issuer } = await givenAnswers(() => ({ "/": "silence" }));
    expect(await faultOf(askWithin((ask) => ask(issuer), 100))).toBe(
      "down slow",
    );
    expect(await faultOf(askWithin((ask) => ask("http://127.0.0.1:9/")))).toBe(
      "down no-answer",
    );
  });
});
