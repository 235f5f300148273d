import { createHash } from "node:crypto";
import http from "node:http";
import { AwsClient } from "aws4fetch";
import { beforeEach, expect, test } from "vitest";
import type { BucketSettings } from "#app/domain/attachments/bucket-line.server.ts";
import { startBucket } from "#tests/given/bucket.ts";
import type { Bucket } from "#tests/setup/bucket-double.ts";

/*
 * The bucket of the tests is no mercy: what it took, a real one takes. It is
 * asked here past our own client, by one that makes the mistakes.
 */

let bucket: Bucket;
let settings: BucketSettings;

beforeEach(async () => {
  ({ bucket, settings } = await startBucket());
});

const hashOf = (text: string) =>
  createHash("sha256").update(text).digest("hex");

function clientOf(overrides: { secretKey?: string; accessKey?: string } = {}) {
  const { accessKey, secretKey } = { ...settings, ...overrides };
  return new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: "s3",
    region: settings.region,
    retries: 0,
  });
}

type Mistake = {
  client?: AwsClient;
  headers?: Record<string, string>;
  bucket?: string;
  datetime?: string;
  /** After it was signed. */
  change?: (request: Request) => Request;
};

async function put(text: string, mistake: Mistake = {}) {
  const url = `${settings.endpoint.origin}/${mistake.bucket ?? settings.bucket}/one`;
  const signed = await (mistake.client ?? clientOf()).sign(url, {
    method: "PUT",
    body: text,
    headers: { "x-amz-content-sha256": hashOf(text), ...mistake.headers },
    ...(mistake.datetime && { aws: { datetime: mistake.datetime } }),
  });
  const answer = await fetch(mistake.change?.(signed) ?? signed);
  const [, code] = /<Code>(\w+)/.exec(await answer.text()) ?? [];
  return [answer.status, code];
}

test("what is right is kept, once", async () => {
  expect(await put("text")).toEqual([200, undefined]);
  expect(await put("text", { headers: { "if-none-match": "*" } })).toEqual([
    412,
    "PreconditionFailed",
  ]);
  expect([...bucket.objects.keys()]).toEqual(["one"]);
});

test.each<[string, () => Mistake, [number, string]]>([
  [
    "another secret",
    () => ({ client: clientOf({ secretKey: "other" }) }),
    [403, "SignatureDoesNotMatch"],
  ],
  [
    "another key",
    () => ({ client: clientOf({ accessKey: "other" }) }),
    [403, "InvalidAccessKeyId"],
  ],
  [
    "the hash of other bytes",
    () => ({ headers: { "x-amz-content-sha256": hashOf("other") } }),
    [400, "XAmzContentSHA256Mismatch"],
  ],
  [
    "bytes that are not signed",
    () => ({ headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } }),
    [400, "XAmzContentSHA256Mismatch"],
  ],
  [
    "a header that came after the signature",
    () => ({
      change: (signed) => {
        signed.headers.set("x-amz-meta-sha256", "0");
        return signed;
      },
    }),
    [403, "AccessDenied"],
  ],
  [
    "another name than was signed",
    () => ({
      change: (signed) =>
        new Request(signed.url.replace("/one", "/two"), {
          method: "PUT",
          headers: signed.headers,
          body: "text",
        }),
    }),
    [403, "SignatureDoesNotMatch"],
  ],
  [
    "a signature of yesterday",
    () => ({ datetime: "20261125T000000Z" }),
    [403, "RequestTimeTooSkewed"],
  ],
  ["another bucket", () => ({ bucket: "other" }), [404, "NoSuchBucket"]],
])("%s is refused, and nothing is kept", async (_name, mistake, refusal) => {
  expect(await put("text", mistake())).toEqual(refusal);
  expect(bucket.objects.size).toBe(0);
});

test("a body without its length is refused", async () => {
  const url = `${settings.endpoint.origin}/${settings.bucket}/one`;
  const headers = { "x-amz-content-sha256": hashOf("text") };
  const init = { method: "PUT", body: "text", headers };
  const signed = await clientOf().sign(url, init);
  const status = await new Promise((resolve) => {
    const request = http.request(url, {
      method: "PUT",
      headers: Object.fromEntries(signed.headers),
    });
    request.on("response", (answer) => resolve(answer.resume().statusCode));
    request.write("te");
    request.end("xt");
  });
  expect(status).toBe(411);
  expect(bucket.objects.size).toBe(0);
});
