import autocannon from "autocannon";

export type Measured = {
  requestsPerSecond: number;
  p50Milliseconds: number;
  p99Milliseconds: number;
};

export type Load = {
  method: "GET" | "POST";
  url: string;
  connections: number;
  expectedStatus: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The cookie of the n-th request; each browser has its own. */
  cookieOf?: (index: number) => string;
  /** The body of the n-th request, where not all may send the same. */
  bodyOf?: (index: number) => string;
  /** A bound where each request uses something up, like a draft. */
  maxRequests?: number;
};

/**
 * Loads one address for some seconds after a short warm-up.
 *
 * @throws where an answer has another status than expected, for a fast error page is no speed, or none came.
 */
export async function measure(load: Load, seconds: number): Promise<Measured> {
  let index = 0;
  const run = (duration: number, amount?: number) =>
    autocannon({
      url: load.url,
      connections: load.connections,
      duration,
      ...(amount && { amount }),
      requests: [
        {
          method: load.method,
          headers: load.headers ?? {},
          ...(load.body && { body: load.body }),
          setupRequest: (request) => {
            if (!load.cookieOf) return request;
            const cookie = load.cookieOf(index);
            const body = load.bodyOf?.(index);
            index += 1;
            return {
              ...request,
              headers: { ...request.headers, cookie },
              ...(body !== undefined && { body }),
            };
          },
        },
      ],
    });
  if (!load.maxRequests) await run(Math.max(1, seconds / 4));
  const result = await run(seconds, load.maxRequests);
  const statuses = Object.keys(result.statusCodeStats ?? {});
  if (
    result.errors > 0 ||
    statuses.some((status) => Number(status) !== load.expectedStatus)
  ) {
    throw new Error(
      `${load.method} ${load.url}: expected ${load.expectedStatus} only, got ${JSON.stringify(result.statusCodeStats)} and ${result.errors} errors`,
    );
  }
  if (result.requests.total === 0)
    throw new Error(`${load.method} ${load.url} was not answered in time`);
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p50Milliseconds: result.latency.p50,
    p99Milliseconds: result.latency.p99,
  };
}
