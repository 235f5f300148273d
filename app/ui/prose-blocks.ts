/*
 * The small Markdown of the house: headings, paragraphs, lists, links and bold.
 * What it does not know stands as it was typed; nothing of it is ever HTML.
 */

/** A stretch of a line: bold or not, a link or not. */
export type ProseRun = { text: string; href?: string; isStrong?: true };

export type ProseBlock =
  | { kind: "paragraph"; runs: ProseRun[] }
  | { kind: "heading"; depth: 0 | 1; runs: ProseRun[] }
  | { kind: "list"; start: number | undefined; items: ProseRun[][] };

type Line =
  | { kind: "blank" }
  | { kind: "text"; text: string }
  | { kind: "heading"; depth: 0 | 1; text: string }
  | { kind: "item"; start: number | undefined; text: string };

function readLine(line: string): Line {
  if (line.trim() === "") return { kind: "blank" };
  if (line.startsWith("## ") || line.startsWith("### "))
    return {
      ...{ kind: "heading", depth: line.startsWith("###") ? 1 : 0 },
      text: line.slice(line.indexOf(" ")).trim(),
    };
  if (line.startsWith("- "))
    return { kind: "item", start: undefined, text: line.slice(2) };
  const numbered = /^(\d{1,3})\. /.exec(line);
  if (numbered)
    return {
      ...{ kind: "item", start: Number(numbered[1]) },
      text: line.slice(numbered[0].length),
    };
  return { kind: "text", text: line };
}

/** Reads a text line by line, in a time that grows with its length. */
export function readProse(text: string): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let paragraph: string[] = [];
  let list: Extract<ProseBlock, { kind: "list" }> | undefined;
  const endParagraph = () => {
    if (paragraph.length > 0)
      blocks.push({ kind: "paragraph", runs: readRuns(paragraph.join("\n")) });
    paragraph = [];
  };
  for (const typed of text.trim().split("\n")) {
    const line = readLine(typed);
    if (line.kind === "text") {
      list = undefined;
      paragraph.push(line.text);
      continue;
    }
    endParagraph();
    if (line.kind !== "item") list = undefined;
    if (line.kind === "heading")
      blocks.push({ ...line, runs: readRuns(line.text) });
    if (line.kind !== "item") continue;
    const isNumbered = line.start !== undefined;
    if (!list || (list.start !== undefined) !== isNumbered) {
      list = { kind: "list", start: line.start, items: [] };
      blocks.push(list);
    }
    list.items.push(readRuns(line.text));
  }
  endParagraph();
  return blocks;
}

/** Each part has a bound, and none may hold what another begins with: nothing is gone back over. */
const mark = /\*\*|\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)/g;

function readRuns(text: string): ProseRun[] {
  const marks = [...text.matchAll(mark)];
  const bolds = marks.filter(([whole]) => whole === "**").length;
  // The last of an odd number has no other: it is two stars.
  let boldsLeft = bolds - (bolds % 2);
  const runs: ProseRun[] = [];
  let isStrong = false;
  let end = 0;
  const add = (run: ProseRun) => {
    if (run.text !== "") runs.push(isStrong ? { ...run, isStrong } : run);
  };
  for (const found of marks) {
    const [whole, label = "", target = ""] = found;
    const before = text.slice(end, found.index);
    const href = whole === "**" ? undefined : safeAddress(target);
    if (whole === "**" ? boldsLeft === 0 : href === undefined) continue;
    add({ text: before });
    end = found.index + whole.length;
    if (href !== undefined) add({ text: label, href });
    else {
      isStrong = !isStrong;
      boldsLeft -= 1;
    }
  }
  add({ text: text.slice(end) });
  return runs;
}

const safeProtocols = ["https:", "http:", "mailto:", "tel:"];

/** An address that does nothing but lead somewhere; undefined for any other. */
export function safeAddress(typed: string): string | undefined {
  if (/^\/(?![/\\])[^\\]*$/.test(typed)) return typed;
  if (!URL.canParse(typed)) return undefined;
  const { protocol, username, password, href } = new URL(typed);
  const isPlain = username === "" && password === "";
  return isPlain && safeProtocols.includes(protocol) ? href : undefined;
}
