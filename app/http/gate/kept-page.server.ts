import { randomUUID } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { AppLoadContext } from "@remix-run/node";
import type { Surroundings } from "../request/context.server.ts";
import { readAcceptedEncodings } from "./accepted-encodings.server.ts";
import { networkKey } from "./network-key.server.ts";
import type { ShownPortal } from "./standing-portal.server.ts";
import {
  type HeaderPair,
  makeNonce,
  writeSecurityHeaders,
} from "./security-headers.server.ts";

type Encoding = "br" | "gzip";
/** Names and values in turns, as Node takes them fastest. */
type Variant = { body: Buffer; headers: string[] };

/** More would take longer than what it saves is worth, for a page that lives for a second. */
const brotliQuality = 5;

const compress: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) =>
    brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality },
    }),
  gzip: (body) => gzipSync(body),
};

/** A page as it is sent to everybody, in each encoding that somebody asked for; all but the header with the nonce of one answer. */
export class KeptPage {
  readonly #body: Buffer;
  readonly #headers: HeaderPair[];
  readonly #variants = new Map<Encoding | undefined, Variant>();

  constructor(body: Buffer, headers: HeaderPair[]) {
    this.#body = body;
    this.#headers = headers;
  }

  /** The page for a request that accepts these encodings. */
  for(acceptEncoding: string | undefined): Variant {
    const encoding = chooseEncoding(acceptEncoding);
    const known = this.#variants.get(encoding);
    if (known) return known;
    const body = encoding ? compress[encoding](this.#body) : this.#body;
    const headers: HeaderPair[] = [
      ...this.#headers,
      ["Vary", "Accept-Encoding"],
      ...(encoding ? [["Content-Encoding", encoding] as const] : []),
      ["Content-Length", String(body.length)],
    ];
    const made = { body, headers: headers.flat() };
    this.#variants.set(encoding, made);
    return made;
  }
}

/** The page may be compressed, for it has neither a secret nor anything that its asker sent in it. */
function chooseEncoding(accepted?: string): Encoding | undefined {
  const names = readAcceptedEncodings(accepted);
  return (["br", "gzip"] as const).find((name) => names.includes(name));
}

type Answer = (
  path: string,
) => (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Renders an address as for nobody in particular: its request has no header, so
 * that nothing of whoever asks first can come to the next.
 *
 * @returns what renders one: undefined where the answer is no page that was found,
 *   gives its asker something, or has a nonce in it, which is of one answer only.
 */
export function renderForEverybody(
  answer: Answer,
  surroundings: Surroundings,
  readPortal?: () => Promise<ShownPortal>,
) {
  const { publicBaseUrl, secret } = surroundings.env;
  const { fixed } = writeSecurityHeaders(surroundings.env);
  return async (path: string): Promise<KeptPage | undefined> => {
    const cspNonce = makeNonce();
    const context: AppLoadContext = {
      ...surroundings,
      ...(await readPortal?.()),
      requestId: randomUUID(),
      cspNonce,
      networkKey: networkKey("", secret),
    };
    const asked = new Request(publicBaseUrl.origin + path);
    const rendered = await answer(path)(asked, context);
    const headers = new Headers(rendered.headers);
    const isPage =
      rendered.status === 200 &&
      headers.get("Content-Type")?.startsWith("text/html") &&
      !headers.has("Set-Cookie");
    if (!isPage) await rendered.body?.cancel();
    const body = isPage
      ? (context.wholePage ?? Buffer.from(await rendered.arrayBuffer()))
      : undefined;
    if (!body || body.includes(cspNonce)) return undefined;
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    return new KeptPage(body, [...fixed, ...headers]);
  };
}
