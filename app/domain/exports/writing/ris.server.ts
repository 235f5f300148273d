import { writeReferences } from "../../evidence/write-references.ts";
import type { Member } from "../export-zip.server.ts";
import type { Material } from "../material.server.ts";
import { releaseReferences } from "../references.server.ts";

/** The evidence that was sent, as a list for a reference manager. */
export function risMembers(material: Material): Member[] {
  return [{ name: "references.ris", pieces: () => writeList(material) }];
}

async function* writeList(material: Material): AsyncGenerator<string> {
  const { db, leftOut } = material;
  for await (const part of material.parts())
    for (const response of part)
      for (const { items } of await releaseReferences(db, response, leftOut))
        yield `${writeReferences(items, "ris").text}\r\n`;
}
