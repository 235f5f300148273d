import ts from "typescript";
import { parseFile } from "./import-lines.ts";
import { door } from "./table-rules.ts";

/** What hands out a statement that is not finished, and why it may. */
export const unfinished: Record<string, string> = {
  [`${door} responsesVisibleTo`]:
    "the one door: every selection of staff's goes on from it (docs/decisions/141)",
};

/** Kysely's words after which a statement has still not run. */
const steps = new Set([
  "selectFrom",
  "insertInto",
  "updateTable",
  "deleteFrom",
  "mergeInto",
  "replaceInto",
  "select",
  "selectAll",
  "distinct",
  "where",
  "whereRef",
  "having",
  "innerJoin",
  "leftJoin",
  "groupBy",
  "orderBy",
  "limit",
  "offset",
  "set",
  "values",
  "onConflict",
  "returning",
  "returningAll",
  "$if",
  "$call",
  "$asScalar",
  "as",
]);

type ExportedFunction = {
  name: string;
  node: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;
};

/** The exported functions of a queries file that hand out a statement instead of what it found. */
export function unfinishedQueries(file: string, text?: string): string[] {
  return exportedFunctions(parseFile(file, text))
    .filter(({ node }) => !isAsync(node) || returnsStatement(node))
    .map(({ name }) => name)
    .filter((name) => !(`${file} ${name}` in unfinished));
}

function exportedFunctions(source: ts.SourceFile): ExportedFunction[] {
  return source.statements.flatMap((statement): ExportedFunction[] => {
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement))
      return [{ name: statement.name?.text ?? "default", node: statement }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(
      ({ name, initializer }) =>
        initializer &&
        (ts.isArrowFunction(initializer) ||
          ts.isFunctionExpression(initializer))
          ? [{ name: name.getText(), node: initializer }]
          : [],
    );
  });
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ??
      false)
  );
}

function isAsync(node: ExportedFunction["node"]): boolean {
  return (
    node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ??
    false
  );
}

/** Whether what it returns, itself or under a name, ends with one of the steps. */
function returnsStatement(node: ExportedFunction["node"]): boolean {
  if (node.body && !ts.isBlock(node.body)) return isStatement(node.body);
  let isFound = false;
  const named = new Map<string, boolean>();
  const visit = (inner: ts.Node) => {
    if (ts.isFunctionLike(inner)) return;
    if (ts.isVariableDeclaration(inner) && inner.initializer)
      named.set(inner.name.getText(), isStatement(inner.initializer));
    if (ts.isReturnStatement(inner) && inner.expression)
      isFound ||=
        isStatement(inner.expression) ||
        named.get(inner.expression.getText()) === true;
    ts.forEachChild(inner, visit);
  };
  if (node.body) ts.forEachChild(node.body, visit);
  return isFound;
}

function isStatement(expression: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(expression))
    return isStatement(expression.expression);
  if (ts.isConditionalExpression(expression))
    return (
      isStatement(expression.whenTrue) || isStatement(expression.whenFalse)
    );
  return (
    ts.isCallExpression(expression) &&
    ts.isPropertyAccessExpression(expression.expression) &&
    steps.has(expression.expression.name.text)
  );
}
