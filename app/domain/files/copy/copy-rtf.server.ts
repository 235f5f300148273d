import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { readRtfTokens, type RtfToken } from "../formats/rtf-tokens.ts";
import type { CopyOutcome, CopyTask } from "./copying.ts";
import { cleanPicture } from "./office/clean-picture.server.ts";
import {
  droppedWords,
  fateOfGroup,
  hidingWords,
  shownWords,
} from "./rtf-rules.ts";

type Word = RtfToken & { kind: "word" };
type Picture = { words: string[]; hex: string[] };

type Group = {
  /** Before its first word nobody knows what it is. */
  isFresh: boolean;
  isStarred: boolean;
  isWritten: boolean;
  isDropped: boolean;
  /** Of what hides its words, as the groups around it left it. */
  hiding: ReadonlySet<string>;
  isOfStyles: boolean;
  picture?: Picture;
  /** What a field asks. */
  code?: string[];
  /** The field in it has been written as the page's number. */
  isNumbered?: boolean;
};

/** Something inside cannot be cleaned. */
class NotClean extends Error {}

const pieceLength = 65_536;

/**
 * Writes an RTF anew, word for word: without properties, remarks, deleted and
 * hidden words, names and times of changes, and the objects behind what is shown.
 */
export async function copyRtf(task: CopyTask): Promise<CopyOutcome> {
  const unfinished = path.join(task.workFolder, "copy.rtf");
  const rtf = await readFile(task.source, "latin1");
  const file = openSync(unfinished, "wx", 0o600);
  try {
    await new RtfCopy((text) => writeSync(file, text, null, "latin1")).of(rtf);
  } catch (error) {
    if (!(error instanceof NotClean)) throw error;
    return { state: "not-available", reason: "something-inside" };
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, task.target);
  return { state: "made", typeId: "rtf" };
}

const outside: Group = {
  ...{ isFresh: false, isStarred: false, isWritten: false, isDropped: false },
  ...{ hiding: new Set<string>(), isOfStyles: false },
};

/** One reading of an RTF from its beginning to its end. */
export class RtfCopy {
  private readonly around: Group[] = [];
  private group = outside;
  private parts: string[] = [];
  private length = 0;

  constructor(private readonly write: (text: string) => void) {}

  async of(rtf: string) {
    for (const token of readRtfTokens(rtf)) {
      if (token.kind === "open") this.open();
      else if (token.kind === "close") await this.close();
      else if (token.kind === "star") this.group.isStarred = true;
      else if (token.kind === "word") this.takeWord(token);
      else this.show(token.kind === "text" ? token.text : token.written);
    }
    this.flush();
  }

  private open() {
    this.settle();
    const { isDropped, hiding, isOfStyles, picture, code } = this.group;
    this.around.push(this.group);
    this.group = {
      ...{ isFresh: true, isStarred: false, isWritten: false, hiding },
      // What is nested in a picture tells of its making.
      ...{ isDropped: isDropped || picture !== undefined, isOfStyles },
      ...(code && { code }),
    };
  }

  private async close() {
    this.settle();
    const { picture, code, isWritten } = this.group;
    const around = this.around.pop() ?? outside;
    if (picture) await this.showPicture(picture);
    if (code && !around.code && /^\s*PAGE\b/i.test(code.join(""))) {
      this.put("\\chpgn ");
      around.isNumbered = true;
    }
    if (isWritten) this.put("}");
    this.group = around;
  }

  /** A group that begins with no word is one of those around it. */
  private settle() {
    const { group } = this;
    if (!group.isFresh) return;
    group.isFresh = false;
    if (group.isStarred) group.isDropped = true;
    this.begin();
  }

  private begin() {
    const { group } = this;
    if (group.isDropped || group.code || group.isWritten) return;
    group.isWritten = true;
    this.put("{");
  }

  private takeWord(word: Word) {
    const { group } = this;
    const fate = fateOfGroup(word.name, group.isStarred);
    const isFirst = group.isFresh;
    group.isFresh = false;
    const isStarred = group.isStarred;
    group.isStarred = false;
    if (group.isDropped) return;
    if (group.picture) return void group.picture.words.push(written(word));
    if (group.code) return;
    if (fate === "refuse" || (fate === "picture" && !isFirst))
      throw new NotClean();
    const isSecondNumber =
      word.name === "fldrslt" && this.around.at(-1)?.isNumbered === true;
    if (fate === "drop" || isSecondNumber || isHidden(group, fate))
      return void (group.isDropped = true);
    if (fate === "picture") group.picture = { words: [], hex: [] };
    if (fate === "field") group.code = [];
    if (fate === "picture" || fate === "field") return;
    this.begin();
    if (isStarred) this.put("\\*");
    if (fate === "keep") this.keepWord(word);
  }

  private keepWord(word: Word) {
    const { group } = this;
    const { name, value } = word;
    if (name === "stylesheet") group.isOfStyles = true;
    if (name === "plain") group.hiding = new Set();
    if (hidingWords.test(name)) {
      const hiding = new Set(group.hiding);
      if (value === "0") hiding.delete(name);
      else hiding.add(name);
      group.hiding = hiding;
      // Who has such a style is hidden by it, whatever is said there.
      if (group.isOfStyles && value !== "0") throw new NotClean();
      return;
    }
    if (droppedWords.test(name)) return;
    if (group.hiding.size > 0 && shownWords.test(name)) return;
    this.put(written(word));
  }

  private show(text: string) {
    const { group } = this;
    this.settle();
    if (group.isDropped) return;
    if (group.picture) group.picture.hex.push(text);
    else if (group.code) group.code.push(text);
    else if (group.hiding.size === 0) this.put(text);
  }

  private async showPicture({ words, hex }: Picture) {
    const kind = /\\(jpeg|png)blip /.exec(words.join(""))?.[1];
    const bytes = Buffer.from(hex.join("").replace(/\s+/g, ""), "hex");
    const cleaned = kind && (await cleanPicture(`a.${kind}`, bytes));
    if (!cleaned) throw new NotClean();
    const told = words.filter((word) => !word.startsWith("\\blip"));
    this.put(`{\\pict ${told.join("")}${cleaned.toString("hex")}}`);
  }

  private put(text: string) {
    this.parts.push(text);
    this.length += text.length;
    if (this.length > pieceLength) this.flush();
  }

  private flush() {
    this.write(this.parts.join(""));
    [this.parts, this.length] = [[], 0];
  }
}

/** Its own blank ends a word, so that what follows cannot become a part of it. */
const written = ({ name, value }: Word) => `\\${name}${value} `;

/** A picture among hidden words is hidden as they are. */
const isHidden = ({ hiding }: Group, fate: string) =>
  fate === "picture" && hiding.size > 0;
