/** A line that begins a message in a mailbox file: "From ann@example.org Mon Mar  2 10:00:00 2026". */
const beginning =
  /^From \S+\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d|\d{1,2} [A-Z][a-z]{2})/;
const from = Buffer.from("From ");
const newLine = 0x0a;
const longestBeginning = 300;

/** Whether a file is a mailbox of messages, by its first line. */
export function isMailbox(bytes: Uint8Array): boolean {
  return isBeginning(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    0,
  );
}

function isBeginning(bytes: Buffer, at: number): boolean {
  if (!bytes.subarray(at, at + from.length).equals(from)) return false;
  const line = bytes.toString("latin1", at, at + longestBeginning);
  return beginning.test(line.split(/\r?\n/, 1)[0] ?? "");
}

/**
 * The messages of a mailbox file. A sentence that begins with "From " after a
 * blank line begins none: a beginning has an address and a day of the week.
 *
 * @param most how many are given at most.
 */
export function splitMailbox(mailbox: Uint8Array, most: number): Buffer[] {
  const bytes = Buffer.from(mailbox.buffer, mailbox.byteOffset, mailbox.length);
  const starts: number[] = isBeginning(bytes, 0) ? [0] : [];
  let at = bytes.indexOf("\nFrom ");
  while (at >= 0 && starts.length <= most) {
    if (isBeginning(bytes, at + 1)) starts.push(at + 1);
    at = bytes.indexOf("\nFrom ", at + 1);
  }
  return starts
    .map((start, index) => unquote(bytes.subarray(start, starts[index + 1])))
    .slice(0, most);
}

/** A message without the line that begins it, and without the ">" that was put before its own "From ". */
function unquote(message: Buffer): Buffer {
  const end = message.indexOf(newLine);
  if (end < 0) return Buffer.alloc(0);
  const text = message.subarray(end + 1).toString("latin1");
  return Buffer.from(text.replace(/^>(>*From )/gm, "$1"), "latin1");
}
