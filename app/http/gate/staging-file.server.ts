import { type FileHandle, open, rm } from "node:fs/promises";
import { codeOf } from "#app/db/cannot-save.ts";

/** No disk has room for it, or none for this user. */
const noRoomCodes = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** A write costs a trip to a thread, however little it writes; a body comes in pieces of at most 64 kB. */
const trayBytes = 262_144;
const maxSpareTrays = 24;

/**
 * What pieces are gathered in, one file's after the other's. Pieces that wait
 * outlive V8's quick tidying, and the thorough one goes through all of the
 * server's memory (docs/decisions/242).
 */
const spareTrays: Buffer[] = [];
const takeTray = () => spareTrays.pop() ?? Buffer.allocUnsafeSlow(trayBytes);

/** A file being written; what the disk refuses is a reason and not an error, because the body has to be read on. */
export class StagingFile {
  #handle: FileHandle | undefined;
  #tray: Buffer | undefined;
  #gatheredBytes = 0;

  constructor(
    readonly path: string,
    readonly onStorageError: (error: unknown) => void,
  ) {}

  open() {
    return this.#tried(async () => {
      this.#handle = await open(this.path, "wx", 0o600);
    });
  }

  /** Takes a copy of a piece; it is on its way to the disk with those that come after it. */
  async write(piece: Buffer) {
    const tray = (this.#tray ??= takeTray());
    for (let taken = 0; taken < piece.length;) {
      const copied = piece.copy(tray, this.#gatheredBytes, taken);
      this.#gatheredBytes += copied;
      taken += copied;
      if (this.#gatheredBytes < tray.length) continue;
      const refusal = await this.#tried(() => this.#writeGathered());
      if (refusal) return refusal;
    }
    return undefined;
  }

  /** Some disks say only at the end that there was no room. */
  finish() {
    return this.#tried(async () => {
      await this.#writeGathered();
      await this.#handle?.sync();
      await this.#close();
    });
  }

  async remove() {
    await this.#tried(() => this.#close());
    await this.#tried(() => rm(this.path, { force: true }));
  }

  async #writeGathered() {
    const gathered = this.#tray?.subarray(0, this.#gatheredBytes);
    this.#gatheredBytes = 0;
    // writeFile goes on where the last one ended, and writes all of it.
    if (gathered) await this.#handle?.writeFile(gathered);
  }

  /** Nothing is being written any more, so the tray is free for another file. */
  async #close() {
    const handle = this.#handle;
    const tray = this.#tray;
    this.#handle = this.#tray = undefined;
    if (tray && spareTrays.length < maxSpareTrays) spareTrays.push(tray);
    await handle?.close();
  }

  async #tried(
    step: () => Promise<void> | undefined,
  ): Promise<"no-room" | "unreadable" | undefined> {
    try {
      await step();
      return undefined;
    } catch (error) {
      this.onStorageError(error);
      return noRoomCodes.has(codeOf(error)) ? "no-room" : "unreadable";
    }
  }
}
