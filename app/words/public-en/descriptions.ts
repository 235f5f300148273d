/**
 * What each page is for, in one sentence: for search engines, and for whoever is
 * shown a page before it is opened. No call is named, as in the titles.
 */
export const descriptions = {
  accessibility:
    "How this site is made to work for everybody, and whom to tell when it does not work for you.",
  privacy:
    "What we store of what you send, who can see it, and how long we keep it.",
  ownPage:
    "More about this review: what it is for, who runs it, when it reports, and where to find help.",
  callQuestions:
    "Every question on one page, to read or print before you answer.",
  comeBack: "Enter your resume code to go on with answers that you saved.",
  findReceipt:
    "Enter your reference number and receipt code to see what became of what you sent.",
  ownResponse:
    "What you sent, where it is now, and how to change it or take it back.",
  changeAnswer: "Change an answer in what you sent.",
  ownItems: "One answer in what you sent, item by item, to change or remove.",
  removeOwnItem: "Remove one item from what you sent.",
  addOwnItem:
    "Add another item to what you sent. It is saved when you press the button.",
  ownItem:
    "One piece of evidence in what you sent. It is saved when you press the button.",
  addFile: "Add a file to what you sent.",
  takeBack: "Take back one answer or one file of what you sent.",
  withdraw: "Take back all of what you sent.",
  everything: "Everything that we hold about what you sent, to read or save.",
  checkReceipt: "Check whether a signed receipt is as we signed it.",
  receiptKeys:
    "How a signed receipt is checked, with our public keys and what was signed each day.",
  question:
    "A page of questions. Your answers are saved when you press Continue.",
  item: "One entry in a list of yours. It is saved when you press the button.",
  removeItem: "Remove one entry from a list of yours.",
  list: "Add a list of references, from a file or by pasting it.",
  tasks: "The sections of this form, and which of them you have finished.",
  heldAnswers: "The answers that this device can open, sent and not sent.",
  check: "Check your answers before you send them.",
  save: "Save your answers and come back to them with a code.",
  offDevice: "Your answers have been taken off this device.",
  unsentAnswers: "Your answers that were not sent, to read, print or copy.",
  deleteAnswers: "Delete your answers that were not sent.",
  askedAgain: "What has changed in a form that you have begun.",
  somebodyElse: "Start again on this device as somebody else.",
  late: "Enter the code that lets you answer after the closing.",
  pagePreview:
    "A page of the review as it would be seen, before it is published.",
  preview: "A call as it would be seen. Nothing that is typed is kept or sent.",
  sent: "Your receipt, with your reference number and receipt code.",
  equality:
    "What the equality questions are for, and how your answers to them are kept.",
  equalityQuestions: "Questions about equality. You can leave out any of them.",
};

/** A page that has a description. */
export type DescribedPage = keyof typeof descriptions;
