import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

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
  isDevelopment: boolean;
}): RequestHandler[] {
  const isSecure = settings.publicBaseUrl.protocol === "https:";
  return [
    (_request, response, next) => {
      const nonce = randomBytes(16).toString("base64");
      response.locals.cspNonce = nonce;
      nonces.set(response, nonce);
      response.setHeader(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      );
      next();
    },
    helmet({
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: isSecure && { maxAge: 63_072_000 },
      xFrameOptions: { action: "deny" },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [
            "'self'",
            (_request, response) => `'nonce-${nonces.get(response)}'`,
          ],
          styleSrc: settings.isDevelopment
            ? ["'self'", "'unsafe-inline'"]
            : ["'self'"],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: settings.isDevelopment ? ["'self'", "ws:"] : ["'self'"],
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
