import { rm } from "node:fs/promises";
import type { Db } from "#app/db/schema.ts";
import { stageBytes } from "../attachments/attach-to-response.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import {
  keepBytes,
  type KeptFile,
  removeStoredFiles,
} from "../attachments/keep-files.server.ts";
import { questionIdOfFiles } from "../calls/asked-pages.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { unpackBytes } from "../files/packed-bytes.server.ts";
import type { Enclosure } from "./enclosures.ts";
import { selectEnclosurePieces } from "./enclosures.queries.server.ts";

type Keeping<Row> = {
  rows: Row[];
  call: { definition: CallDefinition };
  store?: AttachmentStore;
};

/**
 * Keeps the bytes of the files of some rows, then has the rows written. Bytes
 * first, rows second: where they were not written the bytes are deleted again.
 *
 * @param write says whether it wrote them.
 */
export async function withKeptFiles<Row extends { files?: Enclosure[] }>(
  db: Db,
  { rows, call, store }: Keeping<Row>,
  write: (kept: Map<Row, KeptFile[]>) => Promise<boolean>,
): Promise<boolean> {
  const kept = new Map<Row, KeptFile[]>();
  if (!store || rows.every(({ files = [] }) => files.length === 0))
    return write(kept);
  const questionId = questionIdOfFiles(call.definition);
  let isWritten = false;
  try {
    for (const row of rows) {
      const files: KeptFile[] = [];
      kept.set(row, files);
      for (const enclosure of row.files ?? [])
        files.push(await keepOne(db, store, { enclosure, questionId }));
    }
    isWritten = await write(kept);
    return isWritten;
  } finally {
    const ids = [...kept.values()].flat().map(({ publicId }) => publicId);
    if (!isWritten) await removeStoredFiles(store, ids);
  }
}

async function keepOne(
  db: Db,
  store: AttachmentStore,
  { enclosure, questionId }: { enclosure: Enclosure; questionId: string },
): Promise<KeptFile> {
  const { findings: inspection, path: originalName } = enclosure;
  if (!inspection.ok) throw new Error("A refused file is kept for a row");
  const pieces = await selectEnclosurePieces(db, enclosure.enclosureId);
  const bytes = await unpackBytes(pieces);
  const file = await stageBytes(store, { questionId, originalName, bytes });
  try {
    return await keepBytes(store, { file, inspection });
  } finally {
    await rm(file.stagingPath, { force: true });
  }
}
