import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "../accounts/accounts.ts";
import { stageBytes } from "../attachments/attach-to-response.server.ts";
import { unpackEach } from "../files/archives.server.ts";
import { inspectFile, inspectionBudget } from "../files/inspect-file.server.ts";
import { packBytes } from "../files/packed-bytes.server.ts";
import {
  type Enclosure,
  type EnclosuresFault,
  isPackedAlong,
  maxEnclosures,
  maxEnclosuresBytes,
  pathKey,
} from "./enclosures.ts";
import {
  deleteEnclosures,
  insertEnclosure,
  insertEnclosurePiece,
  selectEnclosures,
} from "./enclosures.queries.server.ts";
import { type ImportFile, mayBecome } from "./import-files.ts";
import { saveColumns } from "./import-files.server.ts";

type Keeping = {
  importFileId: number;
  /** Of the ZIP on this machine. */
  zipPath: string;
  /** Where each file is put to be looked at, and deleted at once. */
  stagingFolder: string;
};

type Arriving = {
  /** By their compared path. */
  known: Map<string, { sha256: string }>;
  bytesLeft: number;
  kept: number[];
  sender: string;
  budget: ReturnType<typeof inspectionBudget>;
  fault?: EnclosuresFault;
};

/**
 * Keeps the files of a ZIP beside a table's rows, each looked at as one that is
 * uploaded. All of them or none: where something stands in the way of one, those
 * that came with it are deleted again. One that is there already is not kept twice.
 */
async function keepEnclosures(
  db: Db,
  keeping: Keeping,
): Promise<{ ok: true } | ({ ok: false } & EnclosuresFault)> {
  const { importFileId } = keeping;
  const before = await selectEnclosures(db, importFileId);
  const taken = before.reduce((sum, { byte_size }) => sum + byte_size, 0);
  const arriving: Arriving = {
    known: new Map(before.map((row) => [row.path_key, row])),
    bytesLeft: maxEnclosuresBytes - taken,
    kept: [],
    sender: `import ${importFileId}`,
    budget: inspectionBudget(),
  };
  const unpacked = await unpackEach(keeping.zipPath, (path, bytes) =>
    takeEnclosure(db, { ...keeping, path, bytes }, arriving),
  );
  const { kept, known } = arriving;
  const fault = unpacked.ok
    ? (arriving.fault ??
      (known.size === 0 ? { reason: "nothing" as const } : undefined))
    : unpacked;
  if (!fault) return { ok: true };
  if (kept.length > 0)
    await deleteEnclosures(db, { importFileId, enclosureIds: kept });
  return { ...fault, ok: false };
}

type Part = Keeping & { path: string; bytes: Buffer };

async function takeEnclosure(db: Db, part: Part, arriving: Arriving) {
  const { path, bytes } = part;
  if (arriving.fault || isPackedAlong(path)) return;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const key = pathKey(path);
  const there = arriving.known.get(key);
  if (there?.sha256 === sha256) return;
  arriving.bytesLeft -= bytes.length;
  if (there) arriving.fault = { reason: "twins", path };
  else if (arriving.bytesLeft < 0) arriving.fault = { reason: "full" };
  else if (arriving.known.size >= maxEnclosures)
    arriving.fault = { reason: "too-many" };
  else {
    const kept = await keepEnclosure(db, { ...part, sha256 }, arriving);
    if (kept === "busy") arriving.fault = { reason: kept };
    else arriving.kept.push(kept);
    arriving.known.set(key, { sha256 });
  }
}

async function keepEnclosure(
  db: Db,
  part: Part & { sha256: string },
  turn: Arriving,
): Promise<number | "busy"> {
  const { importFileId, path, bytes, sha256 } = part;
  const staged = await stageBytes(part, {
    ...{ questionId: "", originalName: path, bytes },
  });
  const findings = await inspectFile(staged.stagingPath, path, turn);
  await rm(staged.stagingPath, { force: true });
  if (!findings.ok && findings.reason === "busy") return "busy";
  const pieces = findings.ok ? await packBytes(bytes) : [];
  return db.transaction().execute(async (trx) => {
    const enclosureId = await insertEnclosure(trx, {
      ...{ import_file_id: importFileId, path, path_key: pathKey(path) },
      ...{ byte_size: bytes.length, sha256 },
      findings: JSON.stringify(findings),
    });
    for (const [number, content] of pieces.entries())
      await insertEnclosurePiece(trx, {
        ...{ enclosure_id: enclosureId, number, content },
      });
    return enclosureId;
  });
}

/**
 * Brings a ZIP beside a table that waits for it. Where its columns are said
 * already, every row is checked again.
 */
export async function bringEnclosures(
  db: Db,
  bring: Omit<Keeping, "importFileId"> & {
    file: ImportFile;
    seenVersion: number;
    actor: StaffMember;
    now: Date;
  },
): Promise<
  { ok: true } | ({ ok: false } & (EnclosuresFault | { reason: "changed" }))
> {
  const { file, actor, now } = bring;
  const { importFileId, map } = file;
  const isWaiting =
    mayBecome.checking.includes(file.state) &&
    file.rowVersion === bring.seenVersion &&
    file.rowCount > 0;
  if (!isWaiting) return { ok: false, reason: "changed" };
  const kept = await keepEnclosures(db, { ...bring, importFileId });
  if (!kept.ok) return kept;
  if (map) await saveColumns(db, { importFileId, map, actor, now });
  return { ok: true };
}

/** What was brought beside a table. */
export async function listEnclosures(
  db: Db,
  importFileId: number,
): Promise<Enclosure[]> {
  const rows = await selectEnclosures(db, importFileId);
  return rows.map(({ id, path, byte_size, sha256, findings }) => ({
    ...{ enclosureId: id, path, byteSize: byte_size, sha256 },
    findings: JSON.parse(findings) as Enclosure["findings"],
  }));
}
