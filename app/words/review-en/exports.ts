/** What files that leave say in words of their own. */
export const exportWords = {
  redacted: (reason: string) => `[redacted: ${reason.replaceAll("-", " ")}]`,
  cut: (member: string) => `… [the whole text stands in ${member}]`,
  doNotQuote: "Do not quote",
  inAFile: "in a file that was sent",
  quotesOf: (callTitle: string) => `${callTitle}: passages by tag`,
  noQuotes: "Nothing that may leave is tagged.",
};
