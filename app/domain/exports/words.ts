/** What a file says in words of its own; they stand with the words of the review side. */
export type ExportWords = {
  /** In the place of what is redacted. */
  redacted: (reason: string) => string;
  /** At the end of a cell that holds no more, before its whole text in another file. */
  cut: (member: string) => string;
  doNotQuote: string;
  inAFile: string;
  quotesOf: (callTitle: string) => string;
  noQuotes: string;
};
