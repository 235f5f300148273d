import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { pictureTypes } from "../accepted-types.ts";
import { noSurroundings } from "../copy/bounded-program.server.ts";
import { drawForReading } from "../copy/copy-picture.server.ts";
import { maxExtractedCharacters } from "../extraction.ts";
import {
  type Recognition,
  recognitionLimits as limits,
  type RecognitionTask,
} from "./recognising.ts";
import {
  readRecognisedWords,
  type RecognisedPage,
} from "./recognised-words.ts";

const run = async (program: string, args: string[]) => {
  const { stdout } = await promisify(execFile)(program, args, {
    // One page has one processor: a second one saves no time here.
    env: { ...noSurroundings, OMP_THREAD_LIMIT: "1" },
    timeout: limits.pageMilliseconds,
    killSignal: "SIGKILL",
    maxBuffer: 50_000_000,
  });
  return stdout;
};

/** Reads the words off a file's pages, in a process of its own: what it reads was made by others. */
export async function recognisePages(
  task: RecognitionTask,
): Promise<Recognition> {
  try {
    const languages = await findLanguages(task);
    return pictureTypes.includes(task.typeId)
      ? await readPicture(task, languages)
      : await readPdf(task, languages);
  } catch {
    return { state: "failed", reason: "unreadable" };
  }
}

/** English alone loses the circumflexes of Welsh. */
async function findLanguages({ tools }: RecognitionTask): Promise<string> {
  const there = (await run(tools.tesseract, ["--list-langs"])).split("\n");
  return ["eng", "cym"].filter((one) => there.includes(one)).join("+");
}

async function readPicture(
  task: RecognitionTask,
  languages: string,
): Promise<Recognition> {
  const picture = path.join(task.workFolder, "page.png");
  if (!(await drawForReading(task, { target: picture, ...limits })))
    return { state: "failed", reason: "unreadable" };
  const page = await readPage(task, picture, languages);
  return together(page ? [page] : [], false);
}

async function readPdf(
  task: RecognitionTask,
  languages: string,
): Promise<Recognition> {
  const { tools, source, workFolder } = task;
  const told = await run(tools.pdfinfo, [source]);
  const pageCount = Number(/^Pages:\s+(\d+)/m.exec(told)?.[1] ?? 0);
  const endsAt = performance.now() + limits.fileMilliseconds;
  const pages: RecognisedPage[] = [];
  let [number, characters] = [0, 0];
  while (
    number < Math.min(pageCount, limits.maxPages) &&
    characters < maxExtractedCharacters &&
    performance.now() < endsAt
  ) {
    number += 1;
    const target = path.join(workFolder, "page");
    // A page that takes too long, or breaks its reader, is one of many.
    const page = await run(tools.pdftoppm, [
      ...["-gray", "-png", "-singlefile", "-scale-to", `${limits.pagePixels}`],
      ...["-f", `${number}`, "-l", `${number}`, source, target],
    ])
      .then(() => readPage(task, `${target}.png`, languages))
      .catch(() => undefined);
    if (page) pages.push(page);
    characters += page?.text.length ?? 0;
  }
  return together(pages, number < pageCount);
}

async function readPage(
  { tools }: RecognitionTask,
  picture: string,
  languages: string,
): Promise<RecognisedPage | undefined> {
  const args = [picture, "-", "-l", languages, "tsv"];
  return readRecognisedWords(await run(tools.tesseract, args));
}

function together(pages: RecognisedPage[], isCut: boolean): Recognition {
  if (pages.length === 0) return { state: "no-text" };
  const letters = pages.reduce((sum, page) => sum + page.letters, 0);
  const sure = pages.reduce(
    (sum, page) => sum + page.confidence * page.letters,
    0,
  );
  return {
    state: "done",
    text: pages.map(({ text }) => text).join("\n\n"),
    confidence: Math.round(sure / letters),
    isCut,
  };
}
