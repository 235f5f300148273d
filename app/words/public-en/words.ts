import { answeringWords } from "./answering.ts";
import { attachmentWords } from "./attachments.ts";
import { callWords } from "./calls.ts";
import { formatDate, formatTime } from "./times.ts";
import { unsavedWords } from "./unsaved.ts";

/** The public side's words in English. A second language is one more set of files of this shape. */
export const en = {
  productName: "Heard",
  /** A moment, ISO-8601 UTC, in words. */
  times: { time: formatTime, date: formatDate },
  skipToContent: "Skip to main content",
  titleOf: (heading: string, reviewName: string) =>
    `${heading} – ${reviewName}`,
  errorTitle: (title: string) => `Error: ${title}`,
  footer: {
    heading: "Help and information",
    help: "If you need help to answer, or want to answer in another way, write to",
    links: {
      privacy: "Privacy",
      accessibility: "Accessibility",
      home: "All calls",
    },
  },
  form: {
    back: "Back",
    continue: "Continue",
    change: "Change",
    optional: (label: string) => `${label} (optional)`,
    errorSummaryHeading: "There is a problem",
    errorPrefix: "Error:",
    notProvided: "Not provided",
    lengthAdvice: (maxCharacters: string) =>
      `You can write up to ${maxCharacters} characters.`,
    date: { day: "Day", month: "Month", year: "Year" },
    selectEmpty: "Choose one",
    noAnswer: "No answer",
  },
  questions: {
    enterAnswer: "Enter an answer",
    selectOne: "Select one of the answers",
    selectSome: "Select at least one of the answers",
    enterDate: "Enter a date, like 27 3 2021",
    notRealDate:
      "Enter a date that exists, with a day, a month and a year, like 27 3 2021",
    emailFormat:
      "Enter an email address in the correct format, like name@example.com",
    tooLong: (maxCharacters: string) =>
      `Your answer must be ${maxCharacters} characters or less`,
    cannotBeStored:
      "Your answer has characters that cannot be kept: type it again without them",
    selectFile: "Select a file",
    answerSomething:
      "Answer at least one question, or add a file, before you send",
  },
  attachments: attachmentWords,
  ...callWords,
  ...answeringWords,
  unsaved: unsavedWords,
  notFound: {
    heading: "There is no page at this address",
    advice: [
      "If you typed the address, check that it is right.",
      "If you followed a link from one of our pages, write to us at the address below and tell us which.",
    ],
    home: "Go to all calls",
  },
  failed: {
    heading: "Something went wrong on our side",
    advice: [
      "What you saved before is still there. What you typed last may not be saved: go back and look before you type it again.",
      "Then try again in a few minutes.",
      "If it happens again, write to us at the address below.",
    ],
    home: "Go to all calls",
  },
};

export type Words = typeof en;
