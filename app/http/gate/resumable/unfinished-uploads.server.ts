import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { FileStore } from "@tus/file-store";
import { Upload } from "@tus/server";
import { z } from "zod";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import { unfinishedFolderOf } from "#app/domain/attachments/unfinished-files.server.ts";
import { languages } from "#app/domain/calls/languages.ts";

/** What is known of a file while it comes; strings, as the store keeps them. */
const recordSchema = z.object({
  holder: z.string(),
  call: z.string(),
  draft: z.string(),
  question: z.string(),
  name: z.string(),
  /** What a definition of the call allows each file. */
  maxFiles: z.string(),
  maxFileBytes: z.string(),
  /** What its browser knows the file by, where it can tell; nothing of it can be read from that. */
  mark: z.string().default(""),
  /** Of its draft; a file that began before this was written down has none. */
  language: z.enum(languages).default("en"),
});

export type UploadRecord = z.infer<typeof recordSchema>;

export type UnfinishedUpload = {
  id: string;
  byteSize: number;
  record: UploadRecord;
};

/** A line may be lost for longer; then the file begins anew. */
const idleMilliseconds = 15 * 60_000;

const idPattern = /^[0-9a-f]{48}$/;

/**
 * Files that come in pieces, in a folder of this server's own beside those that
 * come in a form. A name begins with what its draft is known by, so that the
 * draft's deletion finds them.
 */
export class UnfinishedUploads {
  readonly #folder: string;
  #store: Promise<FileStore> | undefined;

  constructor(readonly stagingFolder: string) {
    this.#folder = unfinishedFolderOf(stagingFolder);
  }

  /** The folder is made when the first file comes. */
  store(): Promise<FileStore> {
    const directory = this.#folder;
    this.#store ??= mkdir(directory, { recursive: true, mode: 0o700 }).then(
      () => new FileStore({ directory }),
    );
    return this.#store;
  }

  async find(id: string): Promise<UnfinishedUpload | undefined> {
    if (!idPattern.test(id)) return undefined;
    const store = await this.store();
    const found = await store.getUpload(id).catch(() => undefined);
    const record = recordSchema.safeParse(found?.metadata);
    if (!found?.size || !record.success) return undefined;
    return { id, byteSize: found.size, record: record.data };
  }

  async create({ id, byteSize, record }: UnfinishedUpload) {
    const about = { id, offset: 0, size: byteSize, metadata: record };
    await (await this.store()).create(new Upload(about));
    await chmod(this.#pathOf(id), 0o600);
  }

  async ofDraft(prefix: string): Promise<UnfinishedUpload[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const ids = names.filter((name) => name.startsWith(prefix));
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((one) => one !== undefined);
  }

  /** How much of it has come, in bytes. */
  async countCome({ id }: UnfinishedUpload): Promise<number> {
    const facts = await stat(this.#pathOf(id)).catch(() => undefined);
    return facts?.size ?? 0;
  }

  /** What nobody has sent a piece of for a while: a page that was left or loaded anew. */
  async isIdle({ id }: UnfinishedUpload, now: Date): Promise<boolean> {
    const facts = await stat(this.#pathOf(id)).catch(() => undefined);
    return !facts || now.getTime() - facts.mtimeMs > idleMilliseconds;
  }

  async remove(id: string) {
    for (const name of [id, `${id}.json`])
      await rm(this.#pathOf(name), { force: true });
  }

  /** Hands the whole file over as one that a form brought. */
  async stage(upload: UnfinishedUpload): Promise<StagedFile> {
    const { id, byteSize, record } = upload;
    const stagingPath = path.join(this.stagingFolder, `${randomUUID()}.part`);
    await rename(this.#pathOf(id), stagingPath);
    await rm(this.#pathOf(`${id}.json`), { force: true });
    const sha256 = await hashDurably(stagingPath);
    const { question: questionId, name: originalName } = record;
    return { questionId, originalName, stagingPath, byteSize, sha256 };
  }

  /** What became of it, for a browser that did not hear the answer. */
  async writeOutcome(id: string, outcome: FinishedUpload) {
    const text = JSON.stringify(outcome);
    await writeFile(this.#pathOf(`${id}.done`), text, { mode: 0o600 });
  }

  async readOutcome(id: string): Promise<FinishedUpload | undefined> {
    if (!idPattern.test(id)) return undefined;
    const file = this.#pathOf(`${id}.done`);
    const text = await readFile(file, "utf8").catch(() => undefined);
    return text === undefined
      ? undefined
      : outcomeSchema.parse(JSON.parse(text));
  }

  #pathOf(name: string): string {
    return path.join(this.#folder, name);
  }
}

const outcomeSchema = z.object({
  holder: z.string(),
  byteSize: z.number(),
  body: z.string(),
});

export type FinishedUpload = z.infer<typeof outcomeSchema>;

async function hashDurably(stagingPath: string): Promise<string> {
  const handle = await open(stagingPath, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  const hash = createHash("sha256");
  for await (const piece of createReadStream(stagingPath))
    hash.update(piece as Buffer);
  return hash.digest("hex");
}
