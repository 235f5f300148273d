import { writeBibtex } from "./writing/write-bibtex.ts";
import { writeCslJson } from "./writing/write-csl-json.ts";
import { writeRis } from "./writing/write-ris.ts";
import type { WrittenItem } from "./writing/written-item.ts";

export const referenceFormats = ["ris", "bibtex", "csl-json"] as const;

export type ReferenceFormat = (typeof referenceFormats)[number];

const formats: Record<
  ReferenceFormat,
  { write: (items: WrittenItem[]) => string; type: string; extension: string }
> = {
  ris: {
    write: writeRis,
    type: "application/x-research-info-systems",
    extension: "ris",
  },
  bibtex: {
    write: writeBibtex,
    type: "application/x-bibtex",
    extension: "bib",
  },
  "csl-json": {
    write: writeCslJson,
    type: "application/vnd.citationstyles.csl+json",
    extension: "json",
  },
};

/** Items as a file for a reference manager: its text, its type and how its name ends. */
export function writeReferences(items: WrittenItem[], format: ReferenceFormat) {
  const { write, type, extension } = formats[format];
  return { text: write(items), type, extension };
}
