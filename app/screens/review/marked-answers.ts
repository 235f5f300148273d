import {
  markSegments,
  type RedactedPlace,
} from "#app/domain/redaction/mark-segments.ts";
import type { OpenRedaction } from "#app/domain/redaction/reading.server.ts";
import { describeRedactions, redactionWords } from "./redaction-words.ts";
import type { ReadingScreen } from "./response.ts";

/** The answers of a response's page, with what is redacted in them or proposed to be. */
function markAnswers(
  answers: ReadingScreen["answers"],
  places: (RedactedPlace & { source: string })[],
) {
  return answers.map((answer) => ({
    ...answer,
    segments: markSegments(
      answer.segments,
      places.filter(({ source }) => source === answer.source),
    ),
  }));
}

/** The files of a response's page; of those that are withheld, or proposed to be, why. */
function tellWithheld(
  files: ReadingScreen["files"],
  redacted: OpenRedaction[],
) {
  return files.map((file) => {
    const open = redacted.find((one) => one.source === `file-${file.fileId}`);
    const why = open && redactionWords(open.reason).toLowerCase();
    const isApproved = open?.state === "approved";
    return {
      ...file,
      withheld:
        why &&
        (isApproved
          ? `Withheld from others: ${why}`
          : `Proposed to be withheld from others: ${why}`),
    };
  });
}

/** A response's page with what is known of redactions in it. */
export function tellRedacted(
  { answers, files }: ReadingScreen,
  redacted: OpenRedaction[],
  look: object | undefined,
) {
  return {
    answers: markAnswers(answers, redacted),
    files: tellWithheld(files, redacted),
    redactions: describeRedactions(redacted, look !== undefined),
  };
}
