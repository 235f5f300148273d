import { randomFillSync } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";

const permissionsPolicy =
  "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
const referrerPolicy = "same-origin";
const strictTransportSeconds = 63_072_000;

/** The headers that are the same on every answer, for one that no middleware sees. */
export function fixedHeaders(publicBaseUrl: URL): Record<string, string> {
  return {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": permissionsPolicy,
    "Referrer-Policy": referrerPolicy,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(publicBaseUrl.protocol === "https:" && {
      "Strict-Transport-Security": `max-age=${strictTransportSeconds}; includeSubDomains`,
    }),
  };
}

type HeaderSettings = { publicBaseUrl: URL; mode: string };

export type HeaderPair = readonly [name: string, value: string];

/** What every answer says to its browser: all but one of the headers are the same on each. */
export type SecurityHeaders = {
  fixed: HeaderPair[];
  policyWith: (nonce: string) => HeaderPair;
};

/**
 * Headers on every answer. The nonce is left in `response.locals.cspNonce`.
 */
export function setSecurityHeaders(settings: HeaderSettings): RequestHandler {
  const { fixed, policyWith } = writeSecurityHeaders(settings);
  return (_request, response, next) => {
    const nonce = makeNonce();
    response.locals.cspNonce = nonce;
    for (const [name, value] of fixed) response.setHeader(name, value);
    response.setHeader(...policyWith(nonce));
    next();
  };
}

const nonceBytes = 16;
const pool = Buffer.alloc(256 * nonceBytes);
let usedBytes = pool.length;

/** Random bytes are asked for many nonces at once: to ask takes longer than all else that is done for a header. */
export function makeNonce(): string {
  if (usedBytes === pool.length) {
    randomFillSync(pool);
    usedBytes = 0;
  }
  const start = usedBytes;
  usedBytes += nonceBytes;
  return pool.toString("base64", start, usedBytes);
}

/** The headers of every answer, made once: helmet has a function for each. */
export function writeSecurityHeaders(
  settings: HeaderSettings,
): SecurityHeaders {
  const placeholder = makeNonce();
  const pairs = readHelmet(settings, placeholder);
  const policy = pairs.find(([, value]) => value.includes(placeholder));
  if (!policy) throw new Error("No header has a nonce in it");
  const [name, value] = policy;
  const parts = value.split(placeholder);
  return {
    fixed: pairs.filter((pair) => pair !== policy),
    policyWith: (nonce) => [name, parts.join(nonce)],
  };
}

function readHelmet(settings: HeaderSettings, nonce: string): HeaderPair[] {
  const asked = new IncomingMessage(new Socket());
  const response = new ServerResponse(asked);
  response.setHeader("Permissions-Policy", permissionsPolicy);
  securityPolicy(settings, nonce)(asked, response, (fault) => {
    if (fault) throw fault;
  });
  return response
    .getHeaderNames()
    .map((name) => [name, String(response.getHeader(name))]);
}

/**
 * `Referrer-Policy` is same-origin: under helmet's default `no-referrer` a
 * browser sends `Origin: null` with a plain form post and Remix answers 500.
 */
function securityPolicy(settings: HeaderSettings, nonce: string) {
  const isDevelopment = settings.mode === "development";
  const isSecure = settings.publicBaseUrl.protocol === "https:";
  return helmet({
    referrerPolicy: { policy: referrerPolicy },
    strictTransportSecurity: isSecure && { maxAge: strictTransportSeconds },
    xFrameOptions: { action: "deny" },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", `'nonce-${nonce}'`],
        styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: isDevelopment ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}
