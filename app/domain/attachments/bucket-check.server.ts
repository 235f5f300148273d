import { createHash, randomUUID } from "node:crypto";
import type { BucketLine, BucketSettings } from "./bucket-line.server.ts";
import { putOnce } from "./bucket-put.server.ts";
import {
  AttachmentStoreError,
  type StoreFault,
  type WrongSetting,
} from "./stored-files.ts";

/**
 * Asks a bucket whether it does what Heard promises of files, by doing it once
 * under a name of its own, and whether it would keep what people delete.
 */
export async function checkBucket(
  line: BucketLine,
  settings: BucketSettings,
): Promise<StoreFault[]> {
  const faults: StoreFault[] = isReadOnTheWay(settings.endpoint)
    ? [{ fault: "read-on-the-way" }]
    : [];
  try {
    await line.persist("check", () => useOnce(line));
  } catch (error) {
    return [...faults, faultOf(error)];
  }
  for (const keeper of keepers) {
    const isKept = await isSet(line, keeper);
    const { what } = keeper;
    if (isKept) faults.push({ fault: "keeps-deleted", what });
    if (isKept === undefined) faults.push({ fault: "does-not-say", what });
  }
  return faults;
}

function isReadOnTheWay({ protocol, hostname }: URL): boolean {
  const isThisMachine = /^(localhost$|127\.|\[::1\]$)/.test(hostname);
  return protocol === "http:" && !isThisMachine;
}

/** Everything that the store will ask, once: list, write, read, delete, look. */
async function useOnce(line: BucketLine): Promise<void> {
  const query = { "list-type": "2", "max-keys": "1" };
  await (await line.ask({ method: "GET", query }, [200])).readText();
  const bytes = Buffer.from(randomUUID());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const key = `check/${randomUUID()}`;
  const open = () => onePiece(bytes);
  const put = { key, sha256, byteSize: bytes.length, open };
  await (await putOnce(line, put)).drop();
  const read = await line.ask({ method: "GET", key }, [200]);
  const isSame = (await read.readText()) === bytes.toString();
  await (await line.ask({ method: "DELETE", key }, [200, 204])).drop();
  const { status } = await line.ask({ method: "HEAD", key }, [200, 404]);
  if (!isSame) throw new AttachmentStoreError("refused", "other-bytes");
  if (status === 200) throw new AttachmentStoreError("refused", "not-deleted");
}

async function* onePiece(bytes: Uint8Array) {
  yield await Promise.resolve(bytes);
}

/** People are told that what they delete is gone at once. A bucket with one of these makes that untrue. */
const keepers = [
  {
    what: "versions",
    query: "versioning",
    // Suspended: what came before that has its versions still.
    isOn: /<Status>(Enabled|Suspended)<\/Status>/,
  },
  {
    what: "locks",
    query: "object-lock",
    isOn: /<ObjectLockEnabled>Enabled</,
  },
  { what: "copies", query: "replication", isOn: /<Rule>/ },
] as const;

/** @returns undefined where the bucket, or the rights of the key, do not say. */
async function isSet(
  line: BucketLine,
  { query, isOn }: (typeof keepers)[number],
): Promise<boolean | undefined> {
  const request = { method: "GET", query: { [query]: "" } } as const;
  try {
    const text = await line.persist("check", async () =>
      (await line.ask(request, [200])).readText(),
    );
    return isOn.test(text);
  } catch (error) {
    if (!(error instanceof AttachmentStoreError)) throw error;
    // A bucket on which a thing was never set answers that there is no such setting.
    return error.reason === "missing" ? false : undefined;
  }
}

const wrongSettings: [codes: RegExp, what: WrongSetting][] = [
  [/^(NoSuchBucket|InvalidBucketName)$/, "bucket"],
  [/^(SignatureDoesNotMatch|InvalidAccessKeyId|401)$/, "key"],
  [/^(AccessDenied|AllAccessDisabled|403)$/, "rights"],
  [/^(RequestTimeTooSkewed|RequestExpired)$/, "clock"],
  [
    /^(AuthorizationHeaderMalformed|PermanentRedirect|TemporaryRedirect|30\d|IllegalLocationConstraintException)$/,
    "place",
  ],
  [/^other-bytes$/, "other-bytes"],
  [/^not-deleted$/, "not-deleted"],
];

/** Settings that are wrong are for whoever runs it to mend; a bucket that is away comes back. */
function faultOf(error: unknown): StoreFault {
  if (!(error instanceof AttachmentStoreError)) throw error;
  const { reason, code } = error;
  if (reason === "unreachable") return { fault: "away", code };
  const [, what] = wrongSettings.find(([codes]) => codes.test(code)) ?? [];
  return { fault: "wrong", what: what ?? "something", code };
}
