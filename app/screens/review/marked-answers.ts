import {
  markSegments,
  type RedactedPlace,
} from "#app/domain/redaction/mark-segments.ts";
import type { ReadingScreen } from "./response.ts";

/** The answers of a response's page, with what is redacted in them or proposed to be. */
export function markAnswers(
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
