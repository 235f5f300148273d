import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Of a file's bytes as many are held at a time, however large it is. */
const windowBytes = 65_536;

/**
 * The bytes of a file that is read piece by piece: what it takes of memory does
 * not grow with the file. Reading does not give the thread away, which has
 * nothing else to do.
 */
export class FileBytes {
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  /** @param fill writes the bytes from a position on into the target, until it is full. */
  constructor(
    readonly byteSize: number,
    private readonly fill: (target: Buffer, position: number) => void,
  ) {}

  /** A copy of some bytes; fewer where the file ends before. */
  read(position: number, length: number): Buffer {
    const end = Math.min(this.byteSize, position + length);
    if (end <= position) return Buffer.alloc(0);
    if (end - position <= windowBytes)
      return Buffer.from(
        this.#from(position, end - position).subarray(0, end - position),
      );
    const bytes = Buffer.allocUnsafeSlow(end - position);
    this.fill(bytes, position);
    return bytes;
  }

  /** The bytes in their order; each piece is good until the next is asked for. */
  *pieces(from = 0): Generator<Buffer> {
    const tray = Buffer.allocUnsafeSlow(
      Math.max(0, Math.min(windowBytes, this.byteSize - from)),
    );
    for (let at = from; at < this.byteSize; at += tray.length) {
      const piece = tray.subarray(0, Math.min(tray.length, this.byteSize - at));
      this.fill(piece, at);
      yield piece;
    }
  }

  /** Where some bytes stand next, told as latin1 or as bytes; -1 where they do not. */
  indexOf(sought: string | Buffer, from = 0): number {
    const length = Buffer.byteLength(sought, "latin1");
    for (let at = from; at + length <= this.byteSize;) {
      const window = this.#from(at, length);
      const found = window.indexOf(sought, 0, "latin1");
      if (found >= 0) return at + found;
      at += window.length - length + 1;
    }
    return -1;
  }

  lastIndexOf(sought: string): number {
    for (let end = this.byteSize; end >= sought.length;) {
      const start = Math.max(0, end - windowBytes);
      const found = this.read(start, end - start).lastIndexOf(
        sought,
        undefined,
        "latin1",
      );
      if (found >= 0) return start + found;
      if (start === 0) return -1;
      end = start + sought.length - 1;
    }
    return -1;
  }

  includes(sought: string | Buffer): boolean {
    return this.indexOf(sought) >= 0;
  }

  /** What is held from a position on, and at least so much of it. */
  #from(position: number, atLeast: number): Buffer {
    const start = position - this.#windowStart;
    const isHeld = start >= 0 && start + atLeast <= this.#window.length;
    if (isHeld) return this.#window.subarray(start);
    const length = Math.min(windowBytes, this.byteSize - position);
    if (this.#window.length !== length)
      this.#window = Buffer.allocUnsafeSlow(length);
    this.#windowStart = position;
    this.fill(this.#window, position);
    return this.#window;
  }
}

/** Bytes that are in memory already, read the same way. */
export function bytesInMemory(bytes: Buffer): FileBytes {
  return new FileBytes(
    bytes.length,
    (target, position) =>
      void bytes.copy(target, 0, position, position + target.length),
  );
}

/** Opens a file for one reader, and closes it when that is done. */
export async function withFileBytes<Result>(
  path: string,
  read: (file: FileBytes) => Promise<Result> | Result,
): Promise<Result> {
  const descriptor = openSync(path, "r");
  try {
    const { size } = fstatSync(descriptor);
    return await read(new FileBytes(size, fillFrom(descriptor)));
  } finally {
    closeSync(descriptor);
  }
}

function fillFrom(descriptor: number) {
  return (target: Buffer, position: number) => {
    for (let filled = 0; filled < target.length;) {
      const count = readSync(
        descriptor,
        target,
        filled,
        target.length - filled,
        position + filled,
      );
      if (count === 0) throw new Error("The file became shorter");
      filled += count;
    }
  };
}
