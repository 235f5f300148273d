import type { IncomingHttpHeaders } from "node:http";
import type { ProxyDoubt, Surroundings } from "../request/context.server.ts";

/** One who sends such a header by hand is no proxy; nine requests in ten are. */
const leastRequests = 20;
const share = 0.9;

const words: Record<ProxyDoubt, string> = {
  "not-trusted":
    "Requests come with X-Forwarded-For, but TRUSTED_PROXY_HOPS is 0: behind a proxy everybody counts as one network. Set it to the number of proxies in front",
  "not-named":
    "TRUSTED_PROXY_HOPS is set, but requests come without X-Forwarded-For: everybody counts as one network. Let the proxy set the header, or set TRUSTED_PROXY_HOPS to 0",
};

/**
 * Notices a setting that makes one network of all people, and says so in the
 * log, once, and on the review team's page of work. No address is kept.
 */
export function watchProxy({
  env,
  logger,
}: Pick<Surroundings, "env" | "logger">): {
  notice: (headers: IncomingHttpHeaders) => void;
  doubt: () => { proxyDoubt?: ProxyDoubt };
} {
  let requests = 0;
  let odd = 0;
  let proxyDoubt: ProxyDoubt | undefined;
  const isOdd = (forwarded: boolean) =>
    env.trustedProxyHops === 0 ? forwarded : !forwarded;
  return {
    notice(headers) {
      requests += 1;
      if (isOdd(headers["x-forwarded-for"] !== undefined)) odd += 1;
      const isSure = requests >= leastRequests && odd / requests >= share;
      if (isSure && !proxyDoubt) {
        proxyDoubt = env.trustedProxyHops === 0 ? "not-trusted" : "not-named";
        logger.warn(words[proxyDoubt]);
      }
    },
    doubt: () => (proxyDoubt ? { proxyDoubt } : {}),
  };
}
