import { createHash } from "node:crypto";
import type {
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import { findSignatureFault, type Keys } from "./bucket-signature.ts";

/** What a bucket may do to one request: the next one that fits. */
export type Trouble = {
  to?: "GET" | "HEAD" | "PUT" | "DELETE";
  /** How what is asked of the bucket itself begins: `?versioning`. */
  asks?: string;
  /** How the names of files begin: `attachments/`. */
  key?: string;
  /**
   * `answer`: says a status and nothing is done. `silent`: takes the request and
   * says nothing. `cut`: breaks the line off in the middle of a body. `deaf`: does
   * what it was asked, and the answer is lost. `other-bytes`, `short`: gives a file
   * changed, or cut with the length that it then has. `stalls`: stops in the middle.
   */
  does:
    "answer" | "silent" | "cut" | "deaf" | "other-bytes" | "short" | "stalls";
  status?: number;
  code?: string;
  times?: number;
};

type Kept = { bytes: Buffer; at: Date; sha256: string | undefined };

export type Bucket = {
  listener: RequestListener;
  objects: Map<string, Kept>;
  troubles: Trouble[];
  /** What `?versioning`, `?object-lock` and `?replication` answer; a 404 where it is not set. */
  settings: Record<string, string>;
  /** What was asked, in order: `PUT attachments/…`. */
  asked: string[];
  pageSize: number;
};

/**
 * A bucket that is as strict as the strictest store: a signature, a hash or a
 * length that is not right is refused, and nothing of it is kept. In memory.
 */
export function makeBucket(bucketName: string, keys: Keys): Bucket {
  const bucket: Bucket = {
    objects: new Map(),
    troubles: [],
    settings: { versioning: "<VersioningConfiguration/>" },
    asked: [],
    pageSize: 2,
    listener: (request, response) =>
      void answer(bucket, { bucketName, keys }, request, response).catch(() =>
        response.destroy(),
      ),
  };
  return bucket;
}

async function answer(
  bucket: Bucket,
  { bucketName, keys }: { bucketName: string; keys: Keys },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://bucket");
  const [, name, ...rest] = decodeURIComponent(url.pathname).split("/");
  const key = rest.join("/");
  bucket.asked.push(`${request.method} ${key || url.search}`);
  const trouble = takeTrouble(bucket, request.method ?? "", {
    key,
    search: url.search,
  });
  if (trouble?.does === "silent") return;
  if (trouble?.does === "cut" && request.method === "PUT")
    return void request.once("data", () => request.destroy());
  const body = await readBody(request);
  if (trouble?.does === "answer")
    return refuse(
      response,
      trouble.status ?? 500,
      trouble.code ?? "InternalError",
    );
  const fault = findSignatureFault(request, keys);
  if (fault)
    return refuse(response, fault.startsWith("Auth") ? 400 : 403, fault);
  if (name !== bucketName) return refuse(response, 404, "NoSuchBucket");
  if (trouble?.does === "deaf")
    response.end = () => response.destroy() as ServerResponse;
  if (key === "") return answerForBucket(bucket, url, response);
  if (request.method === "PUT")
    return put(bucket, key, request, response, body);
  if (request.method === "DELETE") {
    bucket.objects.delete(key);
    return void response.writeHead(204).end();
  }
  give(bucket, key, request, response, trouble);
}

function takeTrouble(
  { troubles }: Bucket,
  method: string,
  asked: { key: string; search: string },
): Trouble | undefined {
  const trouble = troubles.find(
    ({ to = method, asks = "", key = "" }) =>
      to === method &&
      asked.search.startsWith(asks) &&
      asked.key.startsWith(key),
  );
  if (trouble) {
    trouble.times = (trouble.times ?? 1) - 1;
    if (trouble.times < 1) troubles.splice(troubles.indexOf(trouble), 1);
  }
  return trouble;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function refuse(response: ServerResponse, status: number, code: string) {
  const isHead = response.req.method === "HEAD";
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(
    isHead ? "" : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
  );
}

function put(
  { objects }: Bucket,
  key: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
) {
  const declared = headers["x-amz-content-sha256"];
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (headers["content-length"] === undefined)
    return refuse(response, 411, "MissingContentLength");
  if (Number(headers["content-length"]) !== bytes.length)
    return refuse(response, 400, "IncompleteBody");
  if (declared !== sha256)
    return refuse(response, 400, "XAmzContentSHA256Mismatch");
  if (headers["if-none-match"] === "*" && objects.has(key))
    return refuse(response, 412, "PreconditionFailed");
  const named = headers["x-amz-meta-sha256"];
  objects.set(key, { bytes, at: new Date(), sha256: named?.toString() });
  response.writeHead(200, { etag: `"${sha256.slice(32)}"` }).end();
}

function give(
  { objects }: Bucket,
  key: string,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  trouble: Trouble | undefined,
) {
  const kept = objects.get(key);
  if (!kept) return refuse(response, 404, "NoSuchKey");
  let { bytes } = kept;
  if (trouble?.does === "other-bytes") bytes = Buffer.from(bytes).reverse();
  if (trouble?.does === "short") bytes = bytes.subarray(1);
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
  if (Number(first) >= bytes.length)
    return refuse(response, 416, "InvalidRange");
  const end = Math.min(Number(last ?? Infinity), bytes.length - 1);
  const part = bytes.subarray(Number(first ?? 0), end + 1);
  response.writeHead(first === undefined ? 200 : 206, {
    "content-length": part.length,
    "last-modified": kept.at.toUTCString(),
    ...(kept.sha256 && { "x-amz-meta-sha256": kept.sha256 }),
    ...(first !== undefined && {
      "content-range": `bytes ${first}-${end}/${bytes.length}`,
    }),
  });
  if (method === "HEAD") return void response.end();
  const half = part.subarray(0, Math.floor(part.length / 2));
  if (trouble?.does === "stalls") return void response.write(half);
  if (trouble?.does === "cut")
    return void response.write(half, () => response.destroy());
  response.end(part);
}

function answerForBucket(bucket: Bucket, url: URL, response: ServerResponse) {
  const [setting = ""] = url.searchParams.keys();
  if (["versioning", "object-lock", "replication"].includes(setting)) {
    const text = bucket.settings[setting];
    if (text === undefined)
      return refuse(
        response,
        404,
        `No${setting}Configuration`.replace("-", ""),
      );
    return void response.end(text);
  }
  if (url.searchParams.get("list-type") !== "2")
    return refuse(response, 501, "NotImplemented");
  const prefix = url.searchParams.get("prefix") ?? "";
  const after = url.searchParams.get("continuation-token") ?? "";
  const keys = [...bucket.objects.keys()]
    .filter((key) => key.startsWith(prefix) && `+/&${key}` > after)
    .sort();
  const page = keys.slice(0, bucket.pageSize);
  const isCut = keys.length > page.length;
  const entries = page.map((key) => {
    const { at, bytes } = bucket.objects.get(key)!;
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
  });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isCut}</IsTruncated>${isCut ? `<NextContinuationToken>+/&amp;${page.at(-1)}</NextContinuationToken>` : ""}${entries.join("")}</ListBucketResult>`,
  );
}
