import { open } from "node:fs/promises";
import {
  type AcceptedTypeId,
  pictureTypes,
  typeOfExtension,
} from "../accepted-types.ts";
import { kindOfExtension } from "../foreign-types.ts";
import { cleanFileName, extensionOf } from "../file-names.ts";
import {
  type Inspection,
  type InspectionTask,
  refuse,
  refuseKind,
} from "../inspection.ts";

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
  heic: /^[^]{4}ftyp(?:hei[cx]|hev[cx]|mif1|msf1)/,
  avif: /^[^]{4}ftypavi[fs]/,
  webp: /^RIFF[^]{4}WEBP/,
  txt: /^(?!PK\x03\x04|\{\\rtf|\x89PNG|\xff\xd8\xff|MZ|\x7fELF)(?![^]*%PDF-)/,
  csv: /^(?!PK\x03\x04|\{\\rtf|\x89PNG|\xff\xd8\xff|MZ|\x7fELF)(?![^]*%PDF-)/,
};

/**
 * What a file is by its name, where its first bytes do not gainsay it. One
 * whose name says nothing is what it begins like, and unknown otherwise.
 */
export async function typeByName(task: InspectionTask): Promise<Inspection> {
  const head = await readHead(task.path);
  if (head === "") return refuse("empty");
  const extension = extensionOf(cleanFileName(task.originalName));
  const typeId = typeOfExtension(extension);
  const begun = certainTypes.find((id) => beginnings[id].test(head));
  if (!typeId) {
    const kind = kindOfExtension(extension);
    if (kind && kind !== "unfinished") return refuseKind(kind);
    return begun ? takenUnchecked(begun) : refuse("not-checked");
  }
  if (begun && pictureTypes.includes(begun) && pictureTypes.includes(typeId))
    return takenUnchecked(begun);
  return beginnings[typeId].test(head)
    ? takenUnchecked(typeId)
    : refuse("mismatch");
}

/** Of these the first bytes belong to one type and no other. */
const certainTypes: readonly AcceptedTypeId[] = ["pdf", ...pictureTypes];

function takenUnchecked(typeId: AcceptedTypeId): Inspection {
  return { ok: true, typeId, flags: ["not-checked"] };
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
