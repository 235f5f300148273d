import type { RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { networkKey } from "./network-key.server.ts";
import { sendPlainPage } from "./plain-page.server.ts";

/**
 * Slows a network that posts more than `postsPerHour` forms; nothing is
 * discarded, the page says to wait. The counter's key is a keyed hash of the
 * address (of the /64 for IPv6), kept in memory for an hour.
 */
export function limitPosts(settings: {
  postsPerHour: number;
  secret: string;
}): RequestHandler {
  const limiter = new RateLimiterMemory({
    points: settings.postsPerHour,
    duration: 3600,
  });
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    limiter
      .consume(networkKey(request.ip ?? "", settings.secret))
      .then(() => next())
      .catch((refusal: { msBeforeNext?: number }) => {
        const seconds = Math.ceil((refusal.msBeforeNext ?? 60_000) / 1000);
        response.set("Retry-After", String(seconds));
        const minutes = Math.max(1, Math.ceil(seconds / 60));
        sendPlainPage(response, 429, {
          heading: "Many forms have come from your network",
          advice: `Nothing was saved by this. Go back before you do anything else: most browsers still show what you typed. Copy it to somewhere safe, wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then send it again.`,
        });
      });
  };
}
