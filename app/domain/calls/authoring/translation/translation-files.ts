/** In UTF-16 code units: what a form takes of one text. */
export const maxTranslationCharacters = 1_200_000;
export const maxTranslationBytes = 2_000_000;
/** More than a call at its largest has texts. */
export const maxTranslationRows = 20_000;

/** Why a file has no translations to take in. */
export type TranslationFault = {
  reason:
    | "too-long"
    | "unreadable"
    | "no-columns"
    | "too-many"
    | "doctype"
    | "other-language"
    | "no-units";
};

/** A row of such a table. */
export type TranslationRow = {
  id: string;
  /** As the table calls its place. */
  where: string;
  english: string;
  /** Empty where the translator wrote nothing. */
  translation: string;
  /** Hashes of what both were; empty where the table does not say. */
  takenOut: { english: string; translation: string };
  /** The translation has marks of a program in it, which are no text. */
  hasMarkup?: boolean;
};
