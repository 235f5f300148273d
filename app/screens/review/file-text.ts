import type { ExtractionState } from "#app/domain/attachments/attachments.ts";
import {
  type AcceptedTypeId,
  acceptedTypes,
  pictureTypes,
} from "#app/domain/files/accepted-types.ts";

type WithoutText = Exclude<ExtractionState, "done">;

export type FileWithText = {
  extractionState: ExtractionState;
  typeLabel: string;
};

/** What holds of the text of every file; `release-passages` is where it is so. */
const fileTextNotRedacted =
  "Words in a file cannot be redacted; all of it can be withheld. The file and its text are in no export; passages that are tagged in it are, but none where something in this response is redacted.";

/**
 * What became of a file's text; a tag where there is none, with why.
 *
 * @param hasMachine whether Tesseract is there, which reads pictures and scans
 */
export function describeFileText(
  { extractionState: state, typeLabel }: FileWithText,
  { hasMachine }: { hasMachine: boolean },
): { tag?: string; words: string } {
  if (state === "done")
    return { words: `Its text is below. ${fileTextNotRedacted}` };
  if (state === "waiting")
    return {
      words: "Its text is being taken out. Reload the page in a minute.",
    };
  const words = `${whyWithout(state, typeLabel, hasMachine)} Open the file.`;
  return { tag: "No text", words };
}

function whyWithout(
  state: Exclude<WithoutText, "waiting">,
  typeLabel: string,
  hasMachine: boolean,
): string {
  if (state === "failed")
    return "Its text could not be taken out: it may be damaged, locked or too large.";
  const labelled = (id: AcceptedTypeId) =>
    acceptedTypes[id].label === typeLabel;
  const isPdf = labelled("pdf");
  if (!isPdf && !pictureTypes.some(labelled))
    return labelled("rtf") || labelled("xlsx")
      ? "Heard takes no text out of files of this kind."
      : "There are no words in it.";
  const what = isPdf ? "Scanned: its pages are pictures." : "A picture.";
  return hasMachine
    ? `${what} No words have been read off it.`
    : `${what} What reads words off pictures (Tesseract) is not installed on the server.`;
}
