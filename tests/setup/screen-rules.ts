import ts from "typescript";
import { parseFile } from "./import-lines.ts";

export const screenRules = {
  path: "the domain knows no address",
  colour: "the domain knows no colour",
};

/** What stands in a file of the domain and is a screen's to say, as often as it stands there. */
export function brokenScreenRules(file: string, text?: string): string[] {
  const broken: string[] = [];
  const visit = (node: ts.Node) => {
    if (isText(node) && /^\/(review|respond|calls)\b/.test(node.text))
      broken.push(screenRules.path);
    if (ts.isIdentifier(node) && /colou?r/i.test(node.text))
      broken.push(screenRules.colour);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return broken;
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle
  );
}
