/** Of the page that stands where even a page's own error page broke. */
export const lastResortWords = {
  notFound: {
    heading: "There is no page at this address",
    advice:
      "If you typed the address, check it. If you followed a link of ours, tell us.",
  },
  notAllowed: {
    heading: "Your account does not open this page",
    advice: "Ask the lead of the review team if you need it.",
  },
  fault: {
    heading: "Something went wrong on our side",
    advice: "What you saved before is still there. Try again in a few minutes.",
  },
  whose: (reviewName: string) => `This is the portal of ${reviewName}.`,
  help: "If you need help, write to",
  home: "Go to the first page",
};
