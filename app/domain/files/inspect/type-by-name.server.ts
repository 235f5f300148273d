import { open } from "node:fs/promises";
import { type AcceptedTypeId, typeOfExtension } from "../accepted-types.ts";
import type { FileRefusalReason } from "../findings.ts";
import { refusalOfExtension } from "../foreign-types.ts";
import { cleanFileName, extensionOf } from "../file-names.ts";
import type { InspectionTask } from "../inspection.ts";

const headBytes = 1_024;

/** How the files of each type begin; a text begins like none of the others. */
const beginnings: Record<AcceptedTypeId, RegExp> = {
  pdf: /%PDF-/,
  docx: /^PK\x03\x04/,
  odt: /^PK\x03\x04/,
  xlsx: /^PK\x03\x04/,
  rtf: /^\{\\rtf/,
  png: /^\x89PNG\r\n\x1a\n/,
  jpeg: /^\xff\xd8\xff/,
  txt: /^(?!PK\x03\x04|\{\\rtf|\x89PNG|\xff\xd8\xff|MZ|\x7fELF)(?![^]*%PDF-)/,
  csv: /^(?!PK\x03\x04|\{\\rtf|\x89PNG|\xff\xd8\xff|MZ|\x7fELF)(?![^]*%PDF-)/,
};

/** What a file is by its name, where its first bytes do not gainsay it; undefined for a name without an ending. */
export async function typeByName(
  task: InspectionTask,
): Promise<
  { typeId: AcceptedTypeId | undefined } | { reason: FileRefusalReason }
> {
  const head = await readHead(task.path);
  if (head === "") return { reason: "empty" };
  const extension = extensionOf(cleanFileName(task.originalName));
  const typeId = typeOfExtension(extension);
  if (typeId)
    return beginnings[typeId].test(head) ? { typeId } : { reason: "mismatch" };
  return extension === ""
    ? { typeId }
    : { reason: refusalOfExtension(extension) };
}

async function readHead(path: string): Promise<string> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(headBytes),
      0,
      headBytes,
      0,
    );
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
