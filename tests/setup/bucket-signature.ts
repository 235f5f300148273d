import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

export type Keys = { accessKey: string; secretKey: string; region: string };

const sha256 = (text: string) =>
  createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/** As AWS encodes: everything but these, and the slash of a path. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Holds a request against its signature, as AWS describes version 4, and against
 * the clock.
 *
 * @returns the error code that S3 would answer; undefined where it is right.
 */
export function findSignatureFault(
  request: IncomingMessage,
  keys: Keys,
): string | undefined {
  const { headers } = request;
  const [, accessKey, day, region, names = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  if (!accessKey || !day) return "AccessDenied";
  if (accessKey !== keys.accessKey) return "InvalidAccessKeyId";
  if (region !== keys.region) return "AuthorizationHeaderMalformed";
  const moment = String(headers["x-amz-date"]);
  const signedAt = Date.parse(
    moment.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      "$1-$2-$3T$4:$5:$6Z",
    ),
  );
  if (!(Math.abs(Date.now() - signedAt) < 15 * 60_000))
    return "RequestTimeTooSkewed";
  if (!mustBeSigned(headers).every((name) => names.split(";").includes(name)))
    return "AccessDenied";
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = [
    "AWS4-HMAC-SHA256",
    moment,
    scope,
    sha256(canonicalRequest(request, names)),
  ].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce(
    (so, part) => hmac(so, part),
    Buffer.from(`AWS4${keys.secretKey}`),
  );
  const expected = hmac(key, toSign);
  return timingSafeEqual(expected, Buffer.from(signature, "hex"))
    ? undefined
    : "SignatureDoesNotMatch";
}

function mustBeSigned(headers: IncomingMessage["headers"]): string[] {
  const names = Object.keys(headers).filter((name) =>
    name.startsWith("x-amz-"),
  );
  return ["host", "x-amz-date", "x-amz-content-sha256", ...names];
}

function canonicalRequest(request: IncomingMessage, names: string): string {
  const url = new URL(request.url ?? "/", "http://bucket");
  const path = url.pathname
    .split("/")
    .map((part) => encode(decodeURIComponent(part)))
    .join("/");
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const lines = names
    .split(";")
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const hash = String(request.headers["x-amz-content-sha256"]);
  return [request.method, path, query, lines.join(""), names, hash].join("\n");
}
