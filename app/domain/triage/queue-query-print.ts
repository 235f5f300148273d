import type { KeyTerm, QueryTree, WordsTerm } from "./queue-query.ts";

/** A word that is read as itself. */
const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'\u2019_-]*$/u;
const plainValue = /^[\p{L}\p{N}<>=.][\p{L}\p{M}\p{N}<>=.'\u2019_-]*$/u;
const operators = new Set(["OR", "AND", "NOT"]);

/** A search as it would be typed: read again it is the same tree. Empty for none. */
export function printQuery(tree: QueryTree | undefined): string {
  if (!tree) return "";
  switch (tree.is) {
    case "and":
      return tree.parts
        .map((part) => (part.is === "or" ? inBrackets(part) : printQuery(part)))
        .join(" ");
    case "or":
      return tree.parts
        .map((part) =>
          part.is === "and" ? inBrackets(part) : printQuery(part),
        )
        .join(" OR ");
    case "not":
      return `-${"parts" in tree.part ? inBrackets(tree.part) : printQuery(tree.part)}`;
    case "words":
      return printWords(tree);
    case "key":
      return printKey(tree);
  }
}

const inBrackets = (tree: QueryTree) => `(${printQuery(tree)})`;

function printWords({ text, isPrefix }: WordsTerm): string {
  const isPlain =
    plain.test(text) && /[\p{L}\p{N}]$/u.test(text) && !operators.has(text);
  return (isPlain ? text : quoted(text)) + (isPrefix ? "*" : "");
}

function printKey({ key, value, isPrefix }: KeyTerm): string {
  if (value === "") return `${key}:`;
  const isPlain = plainValue.test(value) && !/['\u2019]$/u.test(value);
  return `${key}:${isPlain ? value : quoted(value)}${isPrefix ? "*" : ""}`;
}

/** No quote is in it: each of them would have ended it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', " ")}"`;
}
