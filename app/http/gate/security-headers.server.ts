import { randomBytes } from "node:crypto";
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

/**
 * Headers on every answer. The nonce is left in `response.locals.cspNonce`.
 */
export function setSecurityHeaders(settings: HeaderSettings): RequestHandler {
  const headersWith = writeSecurityHeaders(settings);
  return (_request, response, next) => {
    const nonce = makeNonce();
    response.locals.cspNonce = nonce;
    for (const [name, value] of headersWith(nonce))
      response.setHeader(name, value);
    next();
  };
}

export function makeNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The headers of every answer, made once: nothing but the nonce differs from one
 * to the next, and helmet has a function for each.
 *
 * @returns what writes them with the nonce of one answer.
 */
export function writeSecurityHeaders(
  settings: HeaderSettings,
): (nonce: string) => HeaderPair[] {
  const placeholder = makeNonce();
  const pairs = readHelmet(settings, placeholder);
  const fixed = pairs.filter(([, value]) => !value.includes(placeholder));
  const varying = pairs
    .filter((pair) => !fixed.includes(pair))
    .map(([name, value]) => ({ name, parts: value.split(placeholder) }));
  return (nonce) => [
    ...fixed,
    ...varying.map(({ name, parts }) => [name, parts.join(nonce)] as const),
  ];
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
