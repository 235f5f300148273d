/*
 * Numbers of works and people that can be checked without asking anybody.
 */

const doiPattern = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
const doiPrefix =
  /^(?:(?:https?:\/\/)?(?:[a-z0-9-]+\.)*doi\.org\/|doi:?[ ]?|info:doi\/)+/i;

/**
 * The bare DOI of what was typed or copied: a resolver's address, `doi:` and
 * trailing punctuation are cut away. Crossref's own pattern misses `#`, `<…>`
 * and accents, which are in use.
 *
 * @returns undefined where it is no DOI.
 */
export function readDoi(typed: string): string | undefined {
  const bare = typed
    .trim()
    .slice(0, 500)
    .replace(doiPrefix, "")
    .replace(/[.,;]{1,20}$/, "");
  return doiPattern.test(bare) ? bare : undefined;
}

/** DOIs are the same whatever their case. */
export function doiKey(doi: string): string {
  return (readDoi(doi) ?? doi).toLowerCase();
}

const orcidPattern = /(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])/i;

/**
 * An ORCID iD as it is written, with its last character checked (ISO 7064 11-2).
 *
 * @returns undefined where it is none.
 */
export function readOrcid(typed: string): string | undefined {
  const found = orcidPattern.exec(typed.trim().slice(0, 200));
  if (!found) return undefined;
  const parts = found.slice(1).map((part) => part.toUpperCase());
  const digits = parts.join("");
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  const expected = check === 10 ? "X" : String(check);
  return digits[15] === expected ? parts.join("-") : undefined;
}
