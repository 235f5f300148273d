import type { EditProblem } from "#app/domain/calls/authoring/forms.ts";
import type { BankProblem } from "#app/domain/calls/bank/bank-forms.ts";
import type { neededTexts } from "#app/domain/calls/authoring/working-copy.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";

/** What the texts of a call are called where they are typed. */
export const textNames: Record<(typeof neededTexts)[number], string> = {
  title: "Title",
  summary: "Summary",
  purpose: "What it is for",
  whoMayAnswer: "Who may answer",
  howAnswersAreUsed: "How answers are used",
  beforeYouStart: "Before you start",
  whatHappensNext: "What happens next",
  sendLabel: "Button that sends",
};

/** What the kinds of questions are called. */
export const questionTypeNames: Record<Question["type"], string> = {
  "short-text": "Short text",
  "long-text": "Long text",
  "whole-number": "Whole number",
  date: "Date",
  email: "Email address",
  radios: "Choose one option",
  checkboxes: "Choose any number of options",
  select: "Choose one from a long list",
  "file-upload": "Files",
  "evidence-items": "Pieces of evidence",
  group: "Questions asked several times",
};

/** What is good to know before a question of a kind is made. */
export const questionTypeNotes: Partial<Record<Question["type"], string>> = {
  email: "Kept apart from the answers",
  "evidence-items":
    "Studies and reports, one by one, with files and references. On a page of its own",
  group:
    "Such as each place where somebody lived. On a page of its own, with a page behind it for each",
};

/** What is said beside a field of the editor's forms. */
export const editProblems: Record<EditProblem | BankProblem, string> = {
  "bank-name-missing": "Enter what the bank is to call it",
  "bank-none-chosen": "Choose at least one question",
  "line-too-long": "This must be 250 characters or less",
  "text-too-long": "This must be 20,000 characters or less",
  "minutes-no-number": "Enter a number of minutes from 1 to 600, or nothing",
  "title-missing": "Enter what the page is about",
  "place-no-number": "Enter a whole number beside each, 1 for the first",
  "question-missing": "Enter the question",
  "number-not-whole": "Enter a whole number, or nothing",
  "address-not-https":
    "Enter a whole web address that begins with https://, or nothing",
  "phone-not-digits":
    "Enter a phone number in digits and spaces, such as 0800 1111",
  "files-no-number": "Enter a number of files from 1 to 50",
  "megabytes-no-number": "Enter a whole number of megabytes, 1 or more",
  "note-missing": "Write what should be changed before it is published",
  "day-unreadable": "Enter a day, a month or a year, such as 27 March 2021",
  "value-missing": "Choose an answer",
  "number-missing": "Enter a whole number, such as 16",
  "numbers-backwards": "Enter a number that is not less than the first",
  "page-missing": "Choose a page",
  "again-reason-missing":
    "Write why people must be asked again: they are told this",
  "alone-reason-missing":
    "Write why it cannot wait for a colleague: who looks afterwards reads this",
  "again-none-chosen":
    "Choose which questions must be asked again, or leave the reason empty",
};

/** Why a change was not saved, by the field it stands at. */
export const editRefusals = {
  "changed-meanwhile": {
    "": "Somebody changed this while you had it open. Your text is in the boxes and theirs stands below it. Nothing is lost: save again to put yours in its place.",
  },
  "too-big": {
    "": "The call would become too long to keep. Shorten it, or ask on fewer pages.",
  },
  "pages-changed": {
    "": "Somebody added, removed or moved a page while you had this open. The pages stand below as they are now: give them their numbers again.",
  },
  gone: {
    "": "Somebody removed this while you had it open. Nothing was saved.",
  },
  "questions-changed": {
    "": "Somebody added, removed or moved a question while you had this open. The questions stand below as they are now: give them their numbers again.",
  },
  "page-full": { "": "A page has 20 questions at most." },
  "options-few": { optionLabel: "Enter at least two options" },
  "options-many": { optionLabel: "A question has 60 options at most" },
  "options-same": { optionLabel: "Two options have the same words" },
  "item-name-missing": {
    itemName: "Enter what one of them is called, such as Placement",
  },
  "first-question-missing": {
    firstQuestion: "Enter the first question that is asked of each",
  },
  "group-counts": {
    least: "Enter numbers from 1 to 50, the least not more than the most",
  },
  "last-of-group": {
    "": "Something has to be asked of each. Add another question first, or remove the whole.",
  },
  "does-not-fit": {
    "": "These numbers do not fit this kind of question. The least must not be more than the most, a short text has up to 1,000 characters and a long one up to 200,000.",
  },
  full: { "": "A call has 60 pages at most." },
  "no-such-rule": { showIf: "Choose one of the rules" },
  "no-such-section": { section: "Choose one of the sections" },
  "bank-too-big": {
    "": "This question is too long for the bank. Shorten its words or options.",
  },
  "bank-full": {
    "": "The bank has 500 questions and takes no more.",
  },
  "bank-fixed": {
    "": "What is asked here is asked in one way in every call, so the bank has it already. Choose another of what hangs on the answer, or nothing more.",
  },
  "bank-other-kind": {
    "": "The bank’s question is of another kind. Keep this one as a new question.",
  },
  "drops-welsh": {
    dropsWelsh:
      "You emptied a text that has a Welsh version. Put the English back, or tick that the Welsh goes too",
  },
} as const;

/** Of what is asked before it is done. */
export const changedWhileLooking =
  "Somebody changed this while you looked at it, so nothing was done. Look again.";

export function publishedWords(version: number): string {
  return `Version ${version} is published. Nobody loses what they have begun: they finish on the version they began with.`;
}

/** Why what is changed was not published. */
export const notPublished = {
  "nothing-changed": "Nothing is changed, so nothing was published.",
  "has-problems":
    "Something stands against publishing it, so nothing was published. Look below.",
  "changed-meanwhile": changedWhileLooking,
  "needs-second-person":
    "The public sees this call, so nobody can change it alone. Nothing was published.",
  "not-proposed":
    "It is not proposed as it stands: somebody changed it, published it or sent it back. Nothing was published.",
  "own-proposal":
    "You proposed this, so a colleague has to approve it. Nothing was published.",
};

export const proposedDone =
  "A colleague can look at it now, on the call’s page. Any change to the working copy takes this back.";
export const publishingSet =
  "It is approved and will be published at its time. Any change to the working copy takes that back.";
export const cancelledDone =
  "It is not published at that time. It waits for a colleague again.";
export const returnedDone =
  "It is sent back with your note. What was changed stays in the working copy.";

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
