import { AwsClient } from "aws4fetch";
import { BucketAnswer, Silence } from "./bucket-answer.server.ts";
import { storeErrorOf } from "./bucket-errors.server.ts";
import { openTries, type Patience } from "./bucket-patience.server.ts";
import type { TellTrouble } from "./stored-files.ts";

export type BucketSettings = {
  endpoint: URL;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
};

/** No line is so slow that a file takes longer: half a megabyte a second, and a minute. */
const slowestBytesPerMillisecond = 500;
const leastMilliseconds = 60_000;

export type BucketRequest = {
  method: "GET" | "HEAD" | "PUT" | "DELETE";
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Pieces of a body, each read when the last has gone. */
  body?: { byteSize: number; pieces: AsyncIterable<Uint8Array> };
};

export type BucketLine = ReturnType<typeof openBucketLine>;

/**
 * Signed requests to one bucket, with an end to every wait. aws4fetch signs;
 * it sends and tries again by nothing of ours, because a stream cannot be sent twice.
 */
export function openBucketLine(
  settings: BucketSettings,
  { patience, tell }: { patience: Patience; tell: TellTrouble },
) {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    service: "s3",
    region: settings.region,
    retries: 0,
  });

  /** Sends once. @throws AttachmentStoreError where no answer comes, whatever it would be. */
  async function send(request: BucketRequest): Promise<BucketAnswer> {
    const silence = new Silence(patience.silenceMilliseconds);
    try {
      silence.listen();
      const url = addressOf(settings, request);
      const signed = await client.sign(url.href, initOf(request, silence));
      return new BucketAnswer(await fetch(signed), silence);
    } catch (error) {
      throw silence.reasonOf(error);
    } finally {
      silence.rest();
    }
  }

  /** @throws AttachmentStoreError where the answer is none of those that are expected. */
  async function ask(request: BucketRequest, expected: number[]) {
    const answer = await send(request);
    if (expected.includes(answer.status)) return answer;
    throw storeErrorOf(answer.status, await answer.readErrorCode());
  }

  return { ask, ...openTries(patience, tell) };
}

/** The bucket in the path and not in the host's name: every store knows that, and no certificate has to. */
function addressOf(
  { endpoint, bucket }: BucketSettings,
  { key, query = {} }: BucketRequest,
): URL {
  const base = endpoint.pathname.replace(/\/+$/, "");
  const names = key === undefined ? [base, bucket] : [base, bucket, key];
  const url = new URL(names.join("/"), endpoint.origin);
  for (const [name, value] of Object.entries(query))
    url.searchParams.set(name, value);
  return url;
}

function initOf(
  { method, headers = {}, body }: BucketRequest,
  silence: Silence,
): RequestInit & { duplex?: "half" } {
  const init = { method, signal: silence.signal, redirect: "manual" as const };
  if (!body) return { ...init, headers };
  silence.endAfter(
    leastMilliseconds + body.byteSize / slowestBytesPerMillisecond,
  );
  return {
    ...init,
    headers: { ...headers, "content-length": String(body.byteSize) },
    body: toWebStream(body.pieces, silence),
    duplex: "half",
  };
}

/** Each piece that the line takes ends a silence. */
function toWebStream(
  pieces: AsyncIterable<Uint8Array>,
  silence: Silence,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      silence.hear();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
