import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Smaller ones fit into one packet as they are. */
const leastBytes = 1_000;

/**
 * Writes each text of the browsers' build a second and a third time, as small as
 * brotli and gzip make it, for the server to send as it lies.
 *
 * @type {import("vite").Plugin}
 */
export const compressFiles = {
  name: "heard-compressed-files",
  apply: "build",
  writeBundle({ dir = "" }, bundle) {
    if (this.environment.name !== "client") return;
    for (const name of Object.keys(bundle)) {
      const file = path.join(dir, name);
      if (!/\.(js|css|svg|json)$/.test(name)) continue;
      const bytes = readFileSync(file);
      if (bytes.length < leastBytes) continue;
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(
        `${file}.br`,
        brotliCompressSync(bytes, {
          params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
      );
    }
  },
};
