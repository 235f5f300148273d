import http, { type IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";

export type Sent = {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** The same as it came, compressed where the server says so. */
  bytes: Buffer;
};

export type SendOptions = {
  method?: string;
  headers?: Record<string, string>;
  /** A stream is sent in chunks, without a length. */
  body?: string | Buffer | Readable;
  /** What stands in the request's first line, where it is no address that a URL can hold. */
  target?: string;
};

const localAddress = "127.0.0.1";

/**
 * One request over a connection of its own, with nothing added: a client like
 * `fetch` would set `Host`, follow redirects and refuse what a hostile one sends.
 */
export function send(
  address: string,
  { method = "GET", headers = {}, body, target }: SendOptions = {},
): Promise<Sent> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: localAddress,
      port: url.port,
      path: target ?? `${url.pathname}${url.search}`,
      method,
      // As browsers and proxies do: a server that hears "close" cuts off a body that it did not read.
      agent: new http.Agent({ keepAlive: true }),
      headers: { host: url.host, ...lengthOf(body), ...headers },
    });
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      const finish = () => {
        request.destroy();
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: bytes.toString("utf8"),
          bytes,
        });
      };
      response.on("end", finish);
      // Cut after the answer: what came is what a client sees.
      response.on("error", finish);
    });
    request.on("error", reject);
    if (body instanceof Readable) {
      request.on("close", () => body.destroy());
      body.on("error", () => undefined).pipe(request);
    } else request.end(body);
  });
}

function lengthOf(body: SendOptions["body"]): Record<string, string> {
  if (body === undefined || body instanceof Readable) return {};
  return { "content-length": String(Buffer.byteLength(body)) };
}

/** The headers of a form that our own page sends. */
export function fromOwnPage(address: string): Record<string, string> {
  return { origin: new URL(address).origin, "sec-fetch-site": "same-origin" };
}

export const urlencoded = {
  "content-type": "application/x-www-form-urlencoded",
};
