import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { findProgramFile, isBuilt } from "#app/program-files.ts";
import { type AcceptedTypeId, pictureTypes } from "./accepted-types.ts";
import { runBounded } from "./copy/bounded-program.server.ts";
import { freezeText } from "./extraction.ts";
import { findTool } from "./machine-tools.server.ts";
import {
  outcomeFile,
  type Recognition,
  recognitionLimits,
  type RecognitionTask,
  type RecognitionTools,
} from "./recognise/recognising.ts";

const script = "app/domain/files/recognise/recognise-text.worker.ts";
const loader = isBuilt ? [] : ["--import", "tsx"];

/** The programs that read pictures; undefined where one of them is not installed. */
export function findRecognitionTools(): RecognitionTools | undefined {
  const tools = {
    tesseract: findTool("tesseract"),
    pdftoppm: findTool("pdftoppm"),
    pdfinfo: findTool("pdfinfo"),
  };
  return Object.values(tools).includes("") ? undefined : tools;
}

/** Pictures and scans; of the others the text is taken out or there is none. */
export function isReadByMachine(typeId: AcceptedTypeId): boolean {
  return typeId === "pdf" || pictureTypes.includes(typeId);
}

/**
 * Reads the words off a picture or the pages of a PDF, in a process that is
 * ended with all that it started where it takes too long or too much.
 *
 * @param read.workFolder is made for it, and gone afterwards.
 */
export async function recogniseText(
  read: { typeId: AcceptedTypeId; source: string; workFolder: string },
  tools: RecognitionTools,
): Promise<Recognition> {
  const { workFolder } = read;
  await mkdir(workFolder, { mode: 0o700 });
  try {
    const task: RecognitionTask = { ...read, tools };
    const ended = await runBounded({
      command: process.execPath,
      args: [...loader, findProgramFile(script), JSON.stringify(task)],
      ...recognitionLimits,
    });
    if (!ended.ok)
      return {
        state: "failed",
        reason: ended.failure === "crashed" ? "unreadable" : ended.failure,
      };
    const told = await readFile(path.join(workFolder, outcomeFile), "utf8");
    return frozen(JSON.parse(told) as Recognition);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

function frozen(recognition: Recognition): Recognition {
  if (recognition.state !== "done") return recognition;
  const { text, isTruncated } = freezeText(recognition.text);
  if (text === "") return { state: "no-text" };
  return { ...recognition, text, isCut: recognition.isCut || isTruncated };
}
