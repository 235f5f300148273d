/**
 * What the bytes 0x80 to 0x9F are in Windows-1252; the rest is as in Latin 1.
 * The table is our own because `TextDecoder("windows-1252")` leaves them as
 * control characters on Node 20 (docs/decisions/110). Five bytes mean nothing.
 */
const upperControls = [
  ..."\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021",
  ..."\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD",
  ..."\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014",
  ..."\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178",
];

/**
 * Reads the invisible controls U+0080 to U+009F as the quotes, dashes and euro
 * signs that they were before a program took Windows' bytes for Latin 1.
 */
export function readControlsAsWindows(text: string): string {
  return text.replace(
    /[\u0080-\u009F]/g,
    (control) => upperControls[control.charCodeAt(0) - 0x80] ?? "\uFFFD",
  );
}
