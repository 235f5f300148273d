import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One import line: from a file of the project to a file of the project (`app/db/schema.ts`) or a package (`kysely`). */
export type ImportLine = { from: string; to: string; isTypeOnly: boolean };

/** Every file of the project that git knows of or would add, by path from its root. */
export function listProjectFiles(): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard"],
    { encoding: "utf8" },
  );
  return listed.split("\n").filter((file) => file !== "");
}

export function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs|js)$/.test(file);
}

export function parseFile(file: string, text = readFileSync(file, "utf8")) {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : undefined;
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind);
}

/** The import and re-export lines of a file, dynamic imports of a fixed name included. */
export function readImports(file: string, text?: string): ImportLine[] {
  const found: ImportLine[] = [];
  const add = (specifier: ts.Expression | undefined, isTypeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ from: file, to: target(file, specifier.text), isTypeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, importsOnlyTypes(node));
    else if (ts.isExportDeclaration(node))
      add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal as ts.Expression, true);
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword
    )
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return found;
}

function importsOnlyTypes(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function target(from: string, specifier: string): string {
  const withoutQuery = specifier.replace(/\?.*$/, "");
  if (withoutQuery.startsWith("#")) return withoutQuery.slice(1);
  if (withoutQuery.startsWith("."))
    return path.join(path.dirname(from), withoutQuery);
  return withoutQuery;
}
