import ts from "typescript";
import { parseFile } from "./import-lines.ts";

export const screenRules = {
  path: "an address is built in one place",
  colour: "the domain knows no colour",
  sentence: "the domain says no sentence",
};

/** What stands in a file of the domain and is a screen's to say, as often as it stands there. */
export function brokenScreenRules(file: string, text?: string): string[] {
  const broken = writtenAddresses(file, text);
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && /colou?r/i.test(node.text))
      broken.push(screenRules.colour);
    if (isText(node) && isSentence(node.text))
      broken.push(screenRules.sentence);
    // What an error says is for whoever reads the log.
    if (!isError(node) && !ts.isTaggedTemplateExpression(node))
      ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return broken;
}

/** What stands in a file and is for `app/addresses.ts` to build, as often as it stands there. */
export function writtenAddresses(file: string, text?: string): string[] {
  const broken: string[] = [];
  const visit = (node: ts.Node) => {
    if (isText(node) && /^\/(review|respond|calls)\b/.test(node.text))
      broken.push(screenRules.path);
    if (ts.isTemplateExpression(node) && leadsOn(node))
      broken.push(screenRules.path);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return broken;
}

/** An address with a place below it: `${path}/triage`, `${form}/${page.id}`. */
function leadsOn({ head, templateSpans }: ts.TemplateExpression): boolean {
  const [first] = templateSpans;
  return (
    head.text === "" &&
    first !== undefined &&
    /^\/(\w|$)/.test(first.literal.text)
  );
}

/** Three words in a row, as no reason and no event is written. */
function isSentence(text: string): boolean {
  return (
    /(^|[^\w.])[\w’']+([,:]? ["“(]?[\w’'.]+){2}/.test(text) && !isOfSql(text)
  );
}

/** A column or table by another name, and what SQL writes in more words than one. */
function isOfSql(text: string): boolean {
  return /^[\w.]+ as \w+$|^is (not )?distinct from$/.test(text);
}

function isError(node: ts.Node): boolean {
  if (ts.isCallExpression(node))
    return node.expression.kind === ts.SyntaxKind.SuperKeyword;
  return (
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text.endsWith("Error")
  );
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
  );
}
