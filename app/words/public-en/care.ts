/** For people to whom answering, or being seen to answer, may do harm. */
export const careWords = {
  heading: "If you need help now",
  summary: "If this is hard to write, or someone is in danger",
  notRead:
    "We do not read answers as they come in, so we cannot act on them quickly.",
  /** The title of a page where somebody writes: a browser's history says nothing of the call. */
  neutralTitle: "Your answers",
  exit: "Exit this page",
  exitMore: "Shift, press {count} more times to exit.",
  exitOnce: "Shift, press 1 more time to exit.",
  exiting: "Exiting this page.",
  exitTold:
    "Every page where you answer has an “Exit this page” button. It takes you to a different website at once; where your browser runs JavaScript, so does pressing the Shift key 3 times. It does not delete what you wrote here, or the pages in your browser’s history.",
  atRisk: {
    heading: "Is someone at risk?",
    label: "I am worried that someone may be at risk of harm",
    hint: "If you select this, we mark your answer for the people on our team who look after this. It may still be days before somebody reads it.",
  },
};
