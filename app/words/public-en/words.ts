import { answeringWords } from "./answering.ts";
import { askedAgainWords } from "./asked-again.ts";
import { attachmentWords } from "./attachments.ts";
import { callWords } from "./calls.ts";
import { careWords } from "./care.ts";
import { dateHints, dateMessages } from "./dates.ts";
import { descriptions } from "./descriptions.ts";
import { equalityWords } from "./equality.ts";
import { evidenceLabels } from "./evidence-labels.ts";
import { evidenceWords } from "./evidence.ts";
import { groupMessages, groupWords } from "./groups.ts";
import { lastResortWords } from "./last-resort.ts";
import { receiptWords } from "./receipt.ts";
import { signedReceiptWords } from "./signed-receipts.ts";
import { comingBackWords } from "./coming-back.ts";
import { formatDate, formatTime } from "./times.ts";
import { uploadingWords } from "./uploading.ts";
import { unsavedWords } from "./unsaved.ts";

const countFormat = new Intl.NumberFormat("en-GB");
const characters = (count: number) =>
  count === 1 ? "1 character" : `${countFormat.format(count)} characters`;

/** The public side's words in English. A second language is one more set of files of this shape. */
export const en = {
  productName: "Heard",
  /** A moment, ISO-8601 UTC, in words. */
  times: { time: formatTime, date: formatDate },
  descriptions,
  languages: {
    heading: "Language",
    callPartlyEnglish: "Some of this call is in English only.",
    pagePartlyEnglish: "Some of this page is in English only.",
  },
  askedAgain: askedAgainWords,
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
      receipt: "What became of what you sent",
      comeBack: "Come back with a code",
    },
  },
  form: {
    back: "Back",
    continue: "Continue",
    change: "Change",
    takeBack: "Take back",
    addFile: "Add a file",
    optional: "(optional)",
    errorSummaryHeading: "There is a problem",
    errorPrefix: "Error:",
    notProvided: "Not provided",
    lengthAdvice: (maxCharacters: string) =>
      `You can write up to ${maxCharacters} characters.`,
    date: { day: "Day", month: "Month", year: "Year" },
    dateHints,
    selectEmpty: "Choose one",
    noAnswer: "No answer",
    lost: {
      partCut: "This was too long, and is cut here. Shorten it",
      partsLeftOut:
        "There was more in this form than it has room for, so nothing was saved. Check what stands here and send it again",
      otherThanSent:
        "This is not as our page sends it, so nothing was saved. Open the page again and choose once more",
    },
  },
  questions: {
    enterAnswer: "Enter an answer",
    selectOne: "Select one of the answers",
    selectSome: "Select at least one of the answers",
    enterDate: "Enter a date, like 27 3 2021",
    dates: dateMessages,
    emailFormat:
      "Enter an email address in the correct format, like name@example.com",
    emailAlone:
      "Enter one email address with no spaces and nothing beside it, like name@example.com",
    wholeNumber: (least: number, most: number | undefined) =>
      most === undefined
        ? `Enter a whole number in figures, ${countFormat.format(least)} or more`
        : `Enter a whole number in figures, from ${countFormat.format(least)} to ${countFormat.format(most)}`,
    tooLong: (maxCharacters: number, over: number) =>
      `You have ${characters(over)} too many. Shorten your answer to ${characters(maxCharacters)} or less`,
    cannotBeStored:
      "Your answer has characters that cannot be kept: type it again without them",
    selectFile: "Select a file",
    addEvidence: "Add at least one piece of evidence",
    ...groupMessages,
    evidence: evidenceLabels,
    answerSomething:
      "Answer at least one question, or add a file, before you send",
  },
  attachments: attachmentWords,
  ...callWords,
  care: careWords,
  receipt: receiptWords,
  equality: equalityWords,
  signedReceipt: signedReceiptWords,
  group: groupWords,
  ...answeringWords,
  ...evidenceWords,
  ...comingBackWords,
  uploading: uploadingWords,
  unsaved: unsavedWords,
  lastResort: lastResortWords,
  notFound: {
    heading: "There is no page at this address",
    advice: [
      "If you typed the address, check that it is right.",
      "If you followed a link from one of our pages, write to us at the address below and tell us which.",
    ],
    home: "Go to all calls",
  },
  notHeld: {
    heading: "These answers are not on this device",
    advice: [
      "They were deleted, taken off this device or sent from another one, their time was over, or they were begun somewhere else.",
      "If you have a resume code, it opens them: choose “Come back with a code” at the bottom of this page.",
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
