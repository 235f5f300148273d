import { open, readFile, rm, stat } from "node:fs/promises";
import { findProgramFile, isBuilt } from "#app/program-files.ts";
import { runBounded } from "./copy/bounded-program.server.ts";
import {
  logoLimits,
  type LogoFault,
  type LogoOutcome,
  type LogoTask,
} from "./logo-drawing.ts";

const script = "app/domain/files/logo/draw-logo.worker.ts";
const limits = { timeoutMilliseconds: 20_000, maxMegabytes: 600 };
const loader = isBuilt ? [] : ["--import", "tsx"];

/**
 * Draws a logo anew, in a process of its own with bounded time and memory; what
 * is no PNG or JPEG does not come so far.
 *
 * @param source the path of a file, which is read and not changed
 */
export async function drawLogo(source: string): Promise<LogoOutcome> {
  const fault = await readKind(source);
  if (fault) return { ok: false, fault };
  const task: LogoTask = { source, target: `${source}.drawn` };
  try {
    const outcome = await runBounded({
      command: process.execPath,
      args: [...loader, findProgramFile(script), JSON.stringify(task)],
      ...limits,
    });
    if (!outcome.ok) return { ok: false, fault: "broken" };
    return JSON.parse(await readFile(task.target, "utf8")) as LogoOutcome;
  } finally {
    await rm(task.target, { force: true });
  }
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff]);
const headBytes = 4_096;

/** By its first bytes, whatever its name says; undefined where it may be decoded. */
async function readKind(source: string): Promise<LogoFault | undefined> {
  if ((await stat(source)).size > logoLimits.maxBytes) return "too-big";
  const file = await open(source);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
    const head = buffer.subarray(0, bytesRead);
    const starts = (kind: Buffer) => head.subarray(0, kind.length).equals(kind);
    if (starts(png) || starts(jpeg)) return undefined;
    return /<svg|<!doctype svg/i.test(head.toString("latin1"))
      ? "svg"
      : "other-kind";
  } finally {
    await file.close();
  }
}
