import { randomBytes } from "node:crypto";
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

/** Helmet hands its functions Node's bare response, which has no `locals`. */
const nonces = new WeakMap<object, string>();

/**
 * Headers on every answer. The nonce is left in `response.locals.cspNonce`.
 *
 * `Referrer-Policy` is same-origin: under helmet's default `no-referrer` a
 * browser sends `Origin: null` with a plain form post and Remix answers 500.
 */
export function setSecurityHeaders(settings: {
  publicBaseUrl: URL;
  mode: string;
}): RequestHandler[] {
  const isDevelopment = settings.mode === "development";
  const isSecure = settings.publicBaseUrl.protocol === "https:";
  return [
    (_request, response, next) => {
      const nonce = randomBytes(16).toString("base64");
      response.locals.cspNonce = nonce;
      nonces.set(response, nonce);
      response.setHeader("Permissions-Policy", permissionsPolicy);
      next();
    },
    helmet({
      referrerPolicy: { policy: referrerPolicy },
      strictTransportSecurity: isSecure && { maxAge: strictTransportSeconds },
      xFrameOptions: { action: "deny" },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [
            "'self'",
            (_request, response) => `'nonce-${nonces.get(response)}'`,
          ],
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
    }),
  ];
}
