import { readFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import yauzl from "yauzl";
import type { Db } from "#app/db/schema.ts";
import type { ExportFormat, ExportKind } from "#app/domain/exports/exports.ts";
import { askForExport } from "#app/domain/exports/exports.server.ts";
import { makeExport } from "#app/domain/exports/make-export.server.ts";
import type { RedactionsOf } from "#app/domain/exports/release.server.ts";
import type { Tagger } from "#app/domain/tagging/tags.ts";
import { exportWords } from "#app/words/review-en/exports.ts";
import { makeTestFolder } from "./database.ts";

export const nothingRedacted: RedactionsOf = () => Promise.resolve(new Map());

type Asked = {
  actor: Tagger;
  format: ExportFormat;
  kind?: ExportKind;
  search?: string;
  callSlug?: string;
  redactionsOf?: RedactionsOf;
  folder?: string;
  now?: Date;
};

/** Asks for an export of the call "advice". @throws where it is refused. */
export async function givenAskedExport(db: Db, asked: Asked): Promise<number> {
  const { kind = "quoting", search = "", callSlug = "advice" } = asked;
  const { now = new Date() } = asked;
  const outcome = await askForExport(db, {
    ...{ ...asked, kind, search, callSlug, now },
    reason: kind === "quoting" ? "report" : "analysis",
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.exportId;
}

/** The same, made as the worker makes it. */
export async function givenExport(db: Db, asked: Asked) {
  const exportId = await givenAskedExport(db, asked);
  const { folder = makeTestFolder(), redactionsOf = nothingRedacted } = asked;
  const now = () => asked.now ?? new Date();
  const own = { folder, words: exportWords, redactionsOf, now };
  await makeExport(db, own, exportId);
  const row = await db
    .selectFrom("exports")
    .selectAll()
    .where("id", "=", exportId)
    .executeTakeFirstOrThrow();
  if (row.state !== "done") throw new Error(`${row.state} ${row.failure}`);
  const file = path.join(folder, row.file_name ?? "");
  return { exportId, row, folder, file, members: await unpack(file) };
}

/** What is in an archive, by name, in its order. */
export async function unpack(file: string): Promise<Map<string, Buffer>> {
  return unpackBytes(readFileSync(file));
}

export async function unpackBytes(bytes: Buffer): Promise<Map<string, Buffer>> {
  const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(
    yauzl.fromBuffer,
  );
  const zip = await open(bytes, { lazyEntries: true });
  const members = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        buffer(stream).then((read) => {
          members.set(entry.fileName, read);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return members;
}
