/** The public side's words in English. A second language is one more file of this shape. */
export const en = {
  productName: "Heard",
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
    notProvided: "Not provided",
    lengthAdvice: (maxCharacters: string) =>
      `You can write up to ${maxCharacters} characters.`,
    date: { day: "Day", month: "Month", year: "Year" },
    selectEmpty: "Choose one",
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
};

export type Words = typeof en;
