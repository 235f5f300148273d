import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Asked, Told } from "#tests/given/commands.ts";

/**
 * Runs commands one after the other in one process, which is started and reads
 * the program once. Each begins as if it were the first: with its own words,
 * settings and exit code.
 */
process.once("message", (asked: Asked[]) => {
  void runAll(asked).then((told) => process.send?.(told));
});

const own = { ...process.env };

async function runAll(asked: Asked[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const [index, each] of asked.entries())
    told.push(await run(each, index));
  return told;
}

async function run({ file, given, settings }: Asked, index: number) {
  process.env = { ...own, ...settings };
  const built = path.resolve("build/program", file.replace(/ts$/, "js"));
  process.argv = [process.execPath, built, ...given];
  process.exitCode = 0;
  const out = listenTo(process.stdout);
  const told = listenTo(process.stderr);
  try {
    // A module that was read already would not run again.
    await import(`${pathToFileURL(built).href}?${index}`);
  } finally {
    out.stop();
    told.stop();
  }
  return { code: Number(process.exitCode), out: out.text(), told: told.text() };
}

function listenTo(stream: NodeJS.WriteStream) {
  const write = stream.write.bind(stream);
  const pieces: string[] = [];
  stream.write = (piece: string | Uint8Array) => {
    pieces.push(
      typeof piece === "string" ? piece : Buffer.from(piece).toString(),
    );
    return true;
  };
  return {
    text: () => pieces.join(""),
    stop: () => {
      stream.write = write;
    },
  };
}
