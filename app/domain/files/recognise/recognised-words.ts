export type RecognisedPage = {
  text: string;
  /** Of 100, each word counted by its letters. */
  confidence: number;
  letters: number;
};

/** Below it a picture without words was read: leaves, faces and stains look like letters. */
const leastConfidence = 50;
const leastLetters = 10;

const columns = { block: 2, paragraph: 3, line: 4, confidence: 10, text: 11 };

/**
 * A page from Tesseract's table of words: line by line, paragraphs apart.
 *
 * @returns undefined where it is no text that somebody wrote.
 */
export function readRecognisedWords(table: string): RecognisedPage | undefined {
  const lines: string[] = [];
  let [place, paragraph, letters, sure] = ["", "", 0, 0];
  for (const row of table.split("\n").slice(1)) {
    const cells = row.split("\t");
    const confidence = Number(cells[columns.confidence]);
    const word = cells[columns.text]?.trim() ?? "";
    if (word === "" || !(confidence >= 0)) continue;
    const inParagraph = `${cells[columns.block]} ${cells[columns.paragraph]}`;
    const inLine = `${inParagraph} ${cells[columns.line]}`;
    // Where a line begins with it, Tesseract takes an I for a bar.
    const read = word === "|" ? "I" : word;
    if (inLine === place) lines.push(`${lines.pop()} ${read}`);
    else {
      if (paragraph !== "" && inParagraph !== paragraph) lines.push("");
      lines.push(read);
    }
    [place, paragraph] = [inLine, inParagraph];
    const count = read.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    letters += count;
    sure += count * confidence;
  }
  const confidence = letters === 0 ? 0 : sure / letters;
  const isText = letters >= leastLetters && confidence >= leastConfidence;
  return isText ? { text: lines.join("\n"), confidence, letters } : undefined;
}
