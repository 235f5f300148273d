import type { Surroundings } from "../../request/context.server.ts";

/**
 * Asks before each piece whether the disk has room for it: there was room when
 * the file began, and may be none now that a hundred others have begun as well.
 *
 * @returns what promises the bytes of a piece, and gives what ends the promise;
 *   undefined where they would come out of what is kept for the database.
 */
export function openPieceRoom(surroundings: Surroundings) {
  let promisedBytes = 0;
  return async (byteSize: number): Promise<(() => void) | undefined> => {
    const { env, attachmentStore } = surroundings;
    const freeBytes = await surroundings
      .countFreeBytes(attachmentStore.stagingFolder)
      .catch(() => 0);
    const room = freeBytes - env.minFreeDiskBytes - promisedBytes;
    if (room < byteSize) return undefined;
    promisedBytes += byteSize;
    return () => {
      promisedBytes -= byteSize;
    };
  };
}
