import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { typeOfExtension } from "./attachments.ts";
import { extensionOf } from "./file-names.ts";
import { type Inspection, type InspectionTask, refuse } from "./inspection.ts";

/** First cut: the magic bytes only. */
export async function inspectBytes(task: InspectionTask): Promise<Inspection> {
  const handle = await open(task.path, "r");
  const head = Buffer.alloc(4_100);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  await handle.close();
  if (bytesRead === 0) return refuse("empty");
  const expected = typeOfExtension(extensionOf(task.originalName));
  if (!expected) return refuse("wrong-type");
  const found = await fileTypeFromBuffer(head.subarray(0, bytesRead));
  if (expected === "txt" || expected === "csv")
    return found
      ? refuse("mismatch")
      : { ok: true, typeId: expected, flags: [] };
  const foundType = found ? typeOfExtension(found.ext) : undefined;
  if (foundType === expected) return { ok: true, typeId: expected, flags: [] };
  return refuse(foundType ? "mismatch" : "wrong-type");
}
