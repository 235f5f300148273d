import type { RedactionProblem } from "#app/domain/redaction/redaction-forms.ts";
import {
  type CaseProblem,
  maxCaseCharacters,
} from "#app/domain/responses/safeguarding/case-forms.ts";
import {
  maxMemoCharacters,
  maxQuoteCharacters,
} from "#app/domain/tagging/passages.ts";
import {
  maxTagsOfResponse,
  type TaggingProblem,
} from "#app/domain/tagging/tagging-forms.ts";
import {
  maxTagDefinitionCharacters,
  maxTagNameCharacters,
  maxTagNoteCharacters,
} from "#app/domain/tagging/tags.ts";
import {
  maxNoteCharacters,
  type TriageProblem,
} from "#app/domain/triage/triage-forms.ts";

const inWords = (count: number) => count.toLocaleString("en-GB");
const atMost = (what: string, characters: number) =>
  `The ${what} must be ${inWords(characters)} characters or less`;

/** What is said beside a field of the review side's forms. */
export const formProblems: Record<
  | TaggingProblem
  | TriageProblem
  | RedactionProblem
  | CaseProblem
  | "nothing-chosen"
  | "codebook-missing",
  string
> = {
  "source-missing": "Choose the text that the words are in",
  "quote-missing": "Enter the words of the passage",
  "quote-too-long": `${atMost("passage", maxQuoteCharacters)}. Tag it in parts`,
  "redaction-reason-missing": "Choose why it must not leave",
  "file-missing": "Choose the file",
  "tag-missing": "Choose a tag, or define a new one",
  "tag-not-on-list": "Choose from the tags on the list",
  "too-many-tags": `Choose ${inWords(maxTagsOfResponse)} tags or fewer`,
  "tag-name-missing": "Enter a name for the tag",
  "tag-name-too-long": atMost("name", maxTagNameCharacters),
  "tag-definition-missing": "Enter what the tag means",
  "tag-definition-too-long": atMost("definition", maxTagDefinitionCharacters),
  "tag-note-too-long": atMost("note", maxTagNoteCharacters),
  "tag-tint": "Choose a colour, such as #1d70b8, or leave this empty",
  "codebook-missing": "Choose a file, or paste its text",
  "nothing-chosen": "Choose at least one passage or response",
  "memo-too-long": atMost("memo", maxMemoCharacters),
  "version-missing":
    "Open this page again: the form does not say what it was made from",
  "case-words-missing": "Write why, in a sentence or two",
  "case-words-too-long": atMost("text", maxCaseCharacters),
  "passed-to-missing": "Enter the organisation or role it was passed on to",
  "passed-to-too-long": atMost("organisation or role", 200),
  "day-missing": "Enter the day on which it was passed on",
  "way-missing": "Choose how it was passed on",
  "outcome-missing": "Choose what comes of it",
  "ending-missing": "Choose what happens to the response",
  "answer-missing": "Choose whether you agree",
  "note-missing": "Write a note",
  "note-unreadable": "Write the note again",
  "note-too-long": atMost("note", maxNoteCharacters),
  "state-missing": "Choose what the response is",
  "response-version-missing":
    "Open the response again: this form does not say what it was made from",
};
