import ts from "typescript";
import { parseFile } from "./import-lines.ts";

/** One place where a statement names a table. */
export type TableLine = {
  file: string;
  does: "reads" | "writes";
  table: string;
};

const verbs = new Map<string, TableLine["does"]>([
  ["selectFrom", "reads"],
  ["innerJoin", "reads"],
  ["leftJoin", "reads"],
  ["rightJoin", "reads"],
  ["fullJoin", "reads"],
  ["crossJoin", "reads"],
  ["innerJoinLateral", "reads"],
  ["leftJoinLateral", "reads"],
  ["using", "reads"],
  ["insertInto", "writes"],
  ["replaceInto", "writes"],
  ["updateTable", "writes"],
  ["deleteFrom", "writes"],
  ["mergeInto", "writes"],
]);

/** The tables that a file's statements name, through Kysely or written out in `sql`. */
export function readTables(file: string, text?: string): TableLine[] {
  const found: TableLine[] = [];
  const add = (does: TableLine["does"], named: string) => {
    const [table = ""] = named.split(" as ");
    found.push({ file, does, table: table.trim() });
  };
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const does = verbs.get(calledName(node));
      const [named] = node.arguments;
      if (does && named) namesIn(named).forEach((name) => add(does, name));
    }
    if (
      ts.isTaggedTemplateExpression(node) &&
      /^sql\b/.test(node.tag.getText())
    )
      readSql(node.template.getText(), add);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return found;
}

function calledName(call: ts.CallExpression): string {
  const { expression } = call;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  // Taken off its builder: `({ selectFrom }) => selectFrom("tags")`.
  return ts.isIdentifier(expression) ? expression.text : "";
}

function namesIn(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(namesIn);
  return [];
}

function readSql(
  statement: string,
  add: (does: TableLine["does"], table: string) => void,
) {
  for (const [, table = ""] of statement.matchAll(/\b(?:from|join)\s+(\w+)/gi))
    add("reads", table);
  for (const [, table = ""] of statement.matchAll(
    /\b(?:into|(?<!\bkey |\bfor )update|delete from)\s+(\w+)/gi,
  ))
    add("writes", table);
}
