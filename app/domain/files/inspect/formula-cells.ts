/**
 * A cell that a spreadsheet would run; a negative number or a telephone number
 * is none. No part of the pattern goes beyond its cell, or each line of a
 * table of numbers would be read to the end of the file.
 */
const formulaCell =
  /(?:^|[,;\t\r\n])["\p{Zs}\v\f]*(?:[=@＝＠]|[+\-＋－](?![\d\p{Zs}.()-]*(?:[eE][+-]?\d+)?%?(?:["',;\t\r\n]|$)))/u;

/** A cell that began in an earlier piece may be this long; a longer one is prose, or made to hide something. */
const longestCell = 20_000;
const unfinishedStart = /^["\p{Zs}\v\f]*$/u;
const unfinishedNumber = /^["\p{Zs}\v\f]*[+\-＋－][\d\p{Zs}.()-]*$/u;

/** Looks for cells that are formulas in a table that comes in pieces. */
export function openFormulaSearch() {
  /** What stands since the last end of a cell; a letter in its place where that is long past. */
  let rest = "";
  let isFound = false;
  return {
    add(piece: string) {
      if (isFound) return;
      const text = rest + piece;
      const end = endOfLastCell(text);
      isFound = formulaCell.test(text.slice(0, end));
      rest = text.slice(end);
      if (rest.length <= longestCell) return;
      // Nobody writes a number of so many digits.
      if (unfinishedNumber.test(rest)) isFound = true;
      rest = unfinishedStart.test(rest) ? "" : "x";
    },
    hasFormula: () => isFound || formulaCell.test(rest),
  };
}

function endOfLastCell(text: string): number {
  for (let end = text.length; end > 0; end -= 1)
    if (",;\t\r\n".includes(text.charAt(end - 1))) return end;
  return 0;
}
