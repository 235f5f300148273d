import type { Language } from "#app/domain/calls/languages.ts";

/** What an answer is written in, and in what else the same page can be read. */
export type Speech = {
  language: Language;
  offered: readonly Language[];
  /** Texts of a call that stand in the page in English, because there are no others. */
  borrowed: ReadonlySet<string>;
  /** Whether any of them is on this very page; left out, where there are any. */
  isPartly?: boolean;
  /** Whether the page is of one call, or tells of several. */
  isOfCall: boolean;
};
