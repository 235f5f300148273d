import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter } from "age-encryption";
import { codeOf } from "#app/db/cannot-save.ts";
import { KeepingError } from "./keeping-errors.ts";

/** What a backup is locked with. A work factor is age's: 2^18 unless a test is in a hurry. */
export type Lock =
  { passphrase: string; workFactor?: number } | { recipients: string[] };

/** What opens it: the passphrase, or keys of recipients (`AGE-SECRET-KEY-1…`). */
export type Opener = { passphrase?: string; identities?: string[] };

const firstLine = "age-encryption.org/v1\n";

/** @throws a KeepingError where a recipient is none. */
export function makeEncrypter(lock: Lock): Encrypter {
  const encrypter = new Encrypter();
  if ("passphrase" in lock) {
    encrypter.setPassphrase(lock.passphrase);
    if (lock.workFactor) encrypter.setScryptWorkFactor(lock.workFactor);
    return encrypter;
  }
  for (const recipient of lock.recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new KeepingError({ reason: "not-a-recipient", given: recipient });
    }
  }
  return encrypter;
}

export async function encryptPieces(
  encrypter: Encrypter,
  pieces: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  return asPieces(await encrypter.encrypt(asWebStream(pieces)));
}

/**
 * The bytes that an age file holds, a piece at a time; each has been proven
 * before it is handed out. A cut end shows at the end and no sooner.
 *
 * @throws a KeepingError where it is no age file, does not open, or was changed.
 */
export async function* decryptFile(
  file: string,
  opener: Opener,
): AsyncGenerator<Uint8Array> {
  const decrypter = makeDecrypter(opener);
  assertFits(await readFirstLines(file), opener);
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    yield* asPieces(await decrypter.decrypt(asWebStream(source)));
  } catch (error) {
    if (codeOf(error)) throw error;
    const isOtherKey = /no identity matched/.test(String(error));
    throw new KeepingError({ reason: isOtherKey ? "wrong-key" : "changed" });
  } finally {
    source.destroy();
  }
}

function makeDecrypter({ passphrase, identities = [] }: Opener): Decrypter {
  const decrypter = new Decrypter();
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity);
    } catch {
      throw new KeepingError({ reason: "not-an-identity" });
    }
  }
  return decrypter;
}

async function readFirstLines(file: string): Promise<string> {
  const handle = await open(file, "r").catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new KeepingError({ reason: "no-such-file" });
  });
  try {
    if (!(await handle.stat()).isFile())
      throw new KeepingError({ reason: "not-a-backup" });
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Which kind of key a backup wants stands at its beginning, for everybody to read. */
function assertFits(beginning: string, opener: Opener): void {
  if (!beginning.startsWith(firstLine))
    throw new KeepingError({ reason: "not-a-backup" });
  const isByPassphrase = beginning.startsWith("-> scrypt ", firstLine.length);
  if (isByPassphrase && opener.passphrase === undefined)
    throw new KeepingError({ reason: "needs-passphrase" });
  if (!isByPassphrase && !opener.identities?.length)
    throw new KeepingError({ reason: "needs-key" });
}

function asWebStream(pieces: AsyncIterable<Uint8Array>) {
  return ReadableStream.from(pieces) as globalThis.ReadableStream<Uint8Array>;
}

function asPieces(
  stream: globalThis.ReadableStream<Uint8Array>,
): AsyncIterable<Uint8Array> {
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>);
}
