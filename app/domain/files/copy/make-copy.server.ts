import { pictureTypes } from "../accepted-types.ts";
import { copyPackage, isCleanedPackage } from "./office/copy-package.server.ts";
import { copyPdf } from "./copy-pdf.server.ts";
import { copyPicture } from "./copy-picture.server.ts";
import { copyRtf } from "./copy-rtf.server.ts";
import type { CopyOutcome, CopyTask } from "./copying.ts";

/** Makes one copy, in a process of its own: what it reads was made by others. */
export async function makeCopy(task: CopyTask): Promise<CopyOutcome> {
  try {
    const { typeId } = task;
    if (typeId === "rtf") return await copyRtf(task);
    if (isCleanedPackage(typeId)) return await copyPackage(task, typeId);
    return await (pictureTypes.includes(typeId)
      ? copyPicture(task)
      : copyPdf(task));
  } catch {
    return { state: "failed", reason: "unreadable" };
  }
}
