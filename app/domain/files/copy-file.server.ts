import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { findProgramFile, isBuilt } from "#app/program-files.ts";
import type { AcceptedTypeId } from "./accepted-types.ts";
import {
  type ProgramOutcome,
  runBounded,
} from "./copy/bounded-program.server.ts";
import { findTool } from "./machine-tools.server.ts";
import { copyLimits, type CopyOutcome, type CopyTask } from "./copy/copying.ts";

export type { CopyOutcome, NoCopyReason } from "./copy/copying.ts";

const script = "app/domain/files/copy/copy-file.worker.ts";

/** Whether PDFs can be cleaned on this machine. */
export function findQpdf(): string {
  return findTool("qpdf");
}

/** Text and tables of text say what they say and nothing else. */
const kindsWithoutHiddenData: readonly AcceptedTypeId[] = ["txt", "csv"];

/**
 * Writes a copy of a file that others may see, without what its maker did not
 * mean to send: where and when a photo was taken, authors, properties. The
 * original is read and never changed.
 *
 * @param copy.target where the copy is written; there is a file only where one was made.
 * @param tools a test says which programs there are.
 */
export async function copyFile(
  copy: { typeId: AcceptedTypeId; source: string; target: string },
  tools: { qpdf: string } = { qpdf: findQpdf() },
): Promise<CopyOutcome> {
  const { typeId } = copy;
  if (kindsWithoutHiddenData.includes(typeId)) return { state: "not-needed" };
  if (typeId === "pdf" && tools.qpdf === "")
    return { state: "not-available", reason: "no-tool" };
  const workFolder = `${copy.target}.${randomUUID()}`;
  await mkdir(workFolder, { mode: 0o700 });
  try {
    const task: CopyTask = { ...copy, workFolder, ...tools };
    const outcome = await runBounded({
      command: process.execPath,
      args: [...loader, findProgramFile(script), JSON.stringify(task)],
      ...copyLimits,
    });
    return readOutcome(outcome);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

const loader = isBuilt ? [] : ["--import", "tsx"];

function readOutcome(outcome: ProgramOutcome): CopyOutcome {
  if (outcome.ok)
    return JSON.parse(outcome.output.split("\n").at(-1) ?? "") as CopyOutcome;
  const { failure } = outcome;
  return {
    state: "failed",
    reason: failure === "crashed" ? "unreadable" : failure,
  };
}
