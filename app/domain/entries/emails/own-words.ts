/** Where a mail program puts what was written before below what is written now. */
const separators: RegExp[] = [
  /^\s*-{2,}\s*(?:Original Message|Original Appointment|Forwarded message|Neges wreiddiol)\s*-{2,}\s*$/i,
  /^Begin forwarded message:\s*$/i,
  /^\s*(?:On|Ar)\b.{5,300}\b(?:wrote|ysgrifennodd):\s*$/,
  /^\s*_{10,}\s*$/,
];
const fromLine = /^\s*\*?(?:From|Oddi wrth|Von|De):\*?\s+\S/;
const headerLine =
  /^\s*\*?(?:Sent|Date|To|Cc|Subject|Anfonwyd|Dyddiad|At|Pwnc):\*?(?:\s|$)/;

type Words = { ownText: string; quotedText: string };

/**
 * What a sender wrote, apart from the thread that their program put below it.
 * Where nothing stands above it, as in a mail that was forwarded, all of it is
 * what was sent.
 */
export function partOwnWords(text: string): Words {
  const lines = text.split("\n");
  const at = lines.findIndex((_line, index) => beginsThread(lines, index));
  if (at < 0) return partTrailingQuote(lines);
  const ownText = lines.slice(0, at).join("\n").trim();
  if (ownText === "") return { ownText: text.trim(), quotedText: "" };
  return { ownText, quotedText: lines.slice(at).join("\n").trim() };
}

function beginsThread(lines: string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (line.length > 400) return false;
  const next = lines[index + 1] ?? "";
  if (/^\s*_{10,}\s*$/.test(line)) return fromLine.test(next);
  if (separators.some((separator) => separator.test(line))) return true;
  // A long address is broken over two lines.
  const isBroken = /^\s*On\b.{5,200}$/.test(line) && /wrote:\s*$/.test(next);
  if (isBroken && next.length < 200) return true;
  const below = lines.slice(index + 1, index + 6);
  return (
    fromLine.test(line) &&
    below.filter((below) => headerLine.test(below)).length >= 2
  );
}

/** Lines that each begin with ">", down to the end. */
function partTrailingQuote(lines: string[]): Words {
  let at = lines.length;
  while (at > 0 && /^\s*(>.*)?$/.test(lines[at - 1] ?? "")) at -= 1;
  const ownText = lines.slice(0, at).join("\n").trim();
  const quotedText = lines.slice(at).join("\n").trim();
  return ownText === ""
    ? { ownText: quotedText, quotedText: "" }
    : { ownText, quotedText };
}
