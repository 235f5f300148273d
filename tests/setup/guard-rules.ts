import { readFileSync } from "node:fs";
import ts from "typescript";
import { parseFile } from "./import-lines.ts";

export const guardRules = {
  named: "a guard names its permission",
  byRole: "a rule asks for a permission, never for a role",
};

/** The rules about guards that a file's text breaks, each as often as it is broken. */
export function brokenGuardRules(
  file: string,
  text = readFileSync(file, "utf8"),
): string[] {
  // Neither rule can be broken without these words, and to parse a file takes long.
  if (!/requireStaff|role/.test(text)) return [];
  const broken: string[] = [];
  const visit = (node: ts.Node) => {
    if (isGuardWithoutName(node)) broken.push(guardRules.named);
    if (comparesRole(node)) broken.push(guardRules.byRole);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return broken;
}

/** A name worked out at run time cannot be read in the route: it has to be a literal. */
function isGuardWithoutName(node: ts.Node): boolean {
  if (
    !ts.isCallExpression(node) ||
    node.expression.getText() !== "requireStaff"
  )
    return false;
  const permission = node.arguments[2];
  return !permission || !ts.isStringLiteral(permission);
}

const equals = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

function comparesRole(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node))
    return (
      equals.has(node.operatorToken.kind) &&
      (isRole(node.left) || isRole(node.right))
    );
  if (ts.isSwitchStatement(node)) return isRole(node.expression);
  return (
    ts.isCallExpression(node) &&
    /\.(includes|has|some)$/.test(node.expression.getText()) &&
    node.arguments.some(isRole)
  );
}

function isRole(node: ts.Node): boolean {
  return /(^|\.)role$/.test(node.getText());
}
