import { decryptFile, type Opener } from "./encryption.server.ts";
import { hashOnTheWay } from "./hash-on-the-way.server.ts";
import { KeepingError } from "./keeping-errors.ts";
import {
  type About,
  aboutName,
  aboutSchema,
  databaseName,
  fileNamed,
  type KeptBytes,
  type Manifest,
  manifestName,
  manifestSchema,
  nameOfFile,
} from "./manifest.ts";
import { type Packed, unpackTar } from "./tar.server.ts";

const mostAboutBytes = 1_000_000;
/** Of two million files; a longer text is none that Node can read. */
const mostManifestBytes = 500_000_000;

type Reading = {
  opener: Opener;
  /** Those that this program knows. */
  migrations: string[];
  /** Takes the database and the files, each by its name in the archive; all of its bytes. */
  receive: (entry: Packed) => Promise<void>;
  tell: (byteSize: number) => void;
};

/**
 * Reads a backup from its first byte to its last, and holds the hash of
 * everything in it against its manifest.
 *
 * @throws a KeepingError where it does not open, is not whole, or is of a newer program.
 */
export async function readBackup(
  file: string,
  reading: Reading,
): Promise<Manifest> {
  const entries = unpackTar(decryptFile(file, reading.opener));
  const found = new Map<string, KeptBytes>();
  let about: About | undefined;
  let manifest: Manifest | undefined;
  for await (const entry of entries) {
    if (manifest) throw new KeepingError({ reason: "changed" });
    if (!about) about = await readAbout(entry, reading.migrations);
    else if (entry.name === manifestName) manifest = await readManifest(entry);
    else found.set(entry.name, await receiveEntry(entry, reading));
  }
  if (!manifest || !isAllThere(manifest, found))
    throw new KeepingError({ reason: "changed" });
  return manifest;
}

/** The same without keeping anything: whether it opens, and whether each of its bytes is right. */
export async function checkBackup(
  file: string,
  reading: Omit<Reading, "receive">,
): Promise<Manifest> {
  return readBackup(file, { ...reading, receive: drain });
}

async function drain({ bytes }: Packed): Promise<void> {
  const pieces = bytes[Symbol.asyncIterator]();
  while (!(await pieces.next()).done);
}

async function receiveEntry(
  entry: Packed,
  { receive, tell }: Reading,
): Promise<KeptBytes> {
  const isExpected =
    entry.name === databaseName || fileNamed(entry.name) !== undefined;
  if (!isExpected) throw new KeepingError({ reason: "not-a-backup" });
  const { bytes, result } = hashOnTheWay(entry.bytes);
  await receive({ ...entry, bytes });
  tell(entry.byteSize);
  return result();
}

async function readAbout(entry: Packed, known: string[]): Promise<About> {
  if (entry.name !== aboutName)
    throw new KeepingError({ reason: "not-a-backup" });
  const value = await readJson(entry, mostAboutBytes);
  const about = aboutSchema.safeParse(value);
  if (!about.success) throw new KeepingError({ reason: "newer-format" });
  const { program, migrations } = about.data;
  const migration = migrations.find((name) => !known.includes(name));
  if (migration !== undefined)
    throw new KeepingError({ reason: "newer", program, migration });
  return about.data;
}

async function readManifest(entry: Packed): Promise<Manifest> {
  const manifest = manifestSchema.safeParse(
    await readJson(entry, mostManifestBytes),
  );
  if (!manifest.success) throw new KeepingError({ reason: "newer-format" });
  return manifest.data;
}

/** Whoever has a recipient's public key can make an archive: what is none of ours is refused before it fills the memory. */
async function readJson(
  { byteSize, bytes }: Packed,
  mostBytes: number,
): Promise<unknown> {
  if (byteSize > mostBytes) throw new KeepingError({ reason: "not-a-backup" });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  try {
    const value: unknown = JSON.parse(Buffer.concat(pieces).toString("utf8"));
    return value;
  } catch {
    // What it says of itself may quote what it could not read.
    throw new KeepingError({ reason: "not-a-backup" });
  }
}

/** What the manifest promises and nothing else, each with its length and hash. */
function isAllThere(
  { database, files }: Manifest,
  found: Map<string, KeptBytes>,
): boolean {
  const promised = new Map<string, KeptBytes>([
    [databaseName, database],
    ...files.map((file): [string, KeptBytes] => [
      nameOfFile(file.publicId),
      file,
    ]),
  ]);
  return (
    promised.size === files.length + 1 &&
    promised.size === found.size &&
    [...promised].every(([name, { byteSize, sha256 }]) => {
      const one = found.get(name);
      return one?.byteSize === byteSize && one.sha256 === sha256;
    })
  );
}
