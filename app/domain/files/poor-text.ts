/** A page of a letter has a thousand and more; a scan has a stamp or a number on each. */
const fewLettersOfPage = 40;
/** Of all that is printed; where a font hides what its signs mean, most of it is none. */
const fewLetters = 0.5;

/**
 * Whether what was taken out of a PDF is not what stands on its pages: it is of
 * pictures, or its signs are not those that are seen.
 *
 * @param pageCount 0 for what has no pages: of that all of the text is there.
 */
export function isPoorText(text: string, pageCount: number): boolean {
  if (pageCount === 0) return false;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const printed = text.match(/\S/g)?.length ?? 0;
  return (
    letters < fewLettersOfPage * pageCount || letters < fewLetters * printed
  );
}
