import type { BucketLine } from "./bucket-line.server.ts";
import {
  AttachmentStoreError,
  isPublicId,
  type StoredObject,
} from "./stored-files.ts";

/** Every object of ours, page by page. What has another name than we give out is not ours. */
export async function* listBucket(
  line: BucketLine,
  prefix: string,
): AsyncGenerator<StoredObject> {
  let token: string | undefined;
  do {
    const page = await line.persistInBackground("list", () =>
      readPage(line, prefix, token),
    );
    yield* page.objects;
    if (page.next !== undefined && page.next === token)
      throw new AttachmentStoreError("refused", "same-page-again");
    token = page.next;
  } while (token !== undefined);
}

async function readPage(
  line: BucketLine,
  prefix: string,
  token: string | undefined,
): Promise<{ objects: StoredObject[]; next: string | undefined }> {
  const query = {
    "list-type": "2",
    prefix,
    ...(token !== undefined && { "continuation-token": token }),
  };
  const answer = await line.ask({ method: "GET", query }, [200]);
  const text = await answer.readText();
  if (!/<ListBucketResult[\s>]/.test(text))
    throw new AttachmentStoreError("refused", "no-list");
  const objects = [...text.matchAll(/<Contents>(.*?)<\/Contents>/gs)]
    .map(([, entry = ""]) => readEntry(entry, prefix))
    .filter((object) => object !== undefined);
  const isCut = readElement(text, "IsTruncated") === "true";
  const next = readElement(text, "NextContinuationToken");
  if (isCut && next === undefined)
    throw new AttachmentStoreError("refused", "no-next-page");
  return { objects, next: isCut ? next : undefined };
}

function readEntry(entry: string, prefix: string): StoredObject | undefined {
  const key = readElement(entry, "Key") ?? "";
  const publicId = key.slice(prefix.length);
  if (!key.startsWith(prefix) || !isPublicId(publicId)) return undefined;
  return {
    publicId,
    byteSize: Number(readElement(entry, "Size")),
    storedAt: new Date(readElement(entry, "LastModified") ?? NaN),
  };
}

function readElement(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, readEntity);
}

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function readEntity(whole: string, hex = "", decimal = "", name = ""): string {
  if (name !== "") return entities[name] ?? whole;
  return String.fromCodePoint(
    hex === "" ? Number(decimal) : Number.parseInt(hex, 16),
  );
}
