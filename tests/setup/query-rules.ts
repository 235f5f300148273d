import ts from "typescript";
import { parseFile } from "./import-lines.ts";
import { door } from "./table-rules.ts";

/** What hands out a statement that is not finished, and why it may. */
export const unfinished: Record<string, string> = {
  "app/domain/drafts/drafts.queries.server.ts draftsWithLateCodes":
    "a draft is read with its late code wherever it is selected, by a browser's key or for a change",
  [`${door} responsesListedFor`]:
    "the same, without what is frozen: every list starts from it",
  [`${door} responsesVisibleTo`]:
    "the one door: every selection of staff's goes on from it (docs/decisions/141)",
  [`${door} responsesHeldBackFor`]:
    "the other door: every selection of what is held back goes on from it (docs/decisions/286)",
  [`${door} responsesCountedFor`]:
    "the ledger counts all that came in, and shows nothing of it but how many (docs/decisions/360)",
  [`${door} countsToSum`]:
    "staff and the public are told of different states, from one sum without what is held back",
  "app/domain/triage/queue-conditions.queries.server.ts conditionOn":
    "what was searched for is a condition among others (docs/decisions/321)",
  "app/domain/triage/queue-filtered.queries.server.ts filteredResponses":
    "one list is counted, paged and gone through from one filter (docs/decisions/321)",
  "app/domain/triage/queue-filtered.queries.server.ts narrowedResponses":
    "one list is counted, paged and gone through from one filter (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts presentAnswers":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isTagged":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts hasThing":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isWith":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isOfPeople":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isClaimed":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isDecided":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isSkipped":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts isTaggedBy":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-work.queries.server.ts saysTheSame":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/triage/queue-redaction.queries.server.ts isAtRedaction":
    "conditions that a search is put together of (docs/decisions/321)",
  "app/domain/responses/standing-answers.queries.server.ts standingAnswersOf":
    "the answers that stand are found in one way, whatever is read of them",
  "app/domain/tagging/tag-tree.queries.server.ts withTagTree":
    "a tag stands for its parts in whatever is counted by it",
  "app/domain/responses/what-was-done.queries.server.ts wasOpened":
    "the queue and the ledger ask the same of a response (docs/decisions/360)",
  "app/domain/responses/what-was-done.queries.server.ts hasAnyTag":
    "the queue and the ledger ask the same of a response (docs/decisions/360)",
  "app/domain/responses/what-was-done.queries.server.ts wholeTagsOf":
    "the queue and the ledger ask the same of a response (docs/decisions/360)",
  "app/domain/responses/what-was-done.queries.server.ts standingPassagesOf":
    "the queue and the ledger ask the same of a response (docs/decisions/360)",
  "app/domain/triage/queue.queries.server.ts inOrder":
    "a list is shown and gone through in one order (docs/decisions/321)",
  "app/domain/responses/visible-responses.queries.server.ts standsForItsWords":
    "a condition of a list",
  "app/domain/responses/visible-responses.queries.server.ts idsOfResponses":
    "ids for a statement that begins at a door",
  "app/domain/tagging/read-whole.queries.server.ts isReadWhole":
    "a condition of the list of a tag",
  "app/domain/triage/queue-candidates.queries.server.ts isCandidate":
    "a condition of a list",
  "app/domain/triage/queue-people.queries.server.ts ofPeople":
    "what a list may begin with, of queue-candidates",
  "app/domain/triage/queue-conditions.queries.server.ts isChoice":
    "a condition of a list",
  "app/domain/triage/queue.queries.server.ts listedResponses":
    "the list is shown, and what comes after one of it is found, from one place (docs/decisions/321)",
};

const openers = new Set([
  "selectFrom",
  "insertInto",
  "replaceInto",
  "updateTable",
  "deleteFrom",
  "mergeInto",
]);

type NamedFunction = { name: string; node: ts.Node; isExported: boolean };

/** The exported functions of a queries file that hand out a statement instead of what it found. */
export function unfinishedQueries(file: string, text?: string): string[] {
  const source = parseFile(file, text);
  const functions = namedFunctions(source);
  const exported = functions.filter(({ isExported }) => isExported);
  const statements = statementNames(functions);
  return exported
    .filter(({ node }) => !isAsync(node) || handsOutStatement(node, statements))
    .map(({ name }) => name)
    .filter((name) => !(`${file} ${name}` in unfinished));
}

/** The functions of the file that hand out statements, one by way of another too. */
function statementNames(functions: NamedFunction[]): Set<string> {
  const names = new Set(
    Object.keys(unfinished).map((named) => named.split(" ")[1] ?? ""),
  );
  const isNew = ({ name, node }: NamedFunction) =>
    !names.has(name) && handsOutStatement(node, names);
  for (let found = true; found;) {
    const added = functions.filter(isNew);
    added.forEach(({ name }) => names.add(name));
    found = added.length > 0;
  }
  return names;
}

function namedFunctions(source: ts.SourceFile): NamedFunction[] {
  const exportedBelow = source.statements
    .filter(ts.isExportDeclaration)
    .flatMap(({ exportClause }) =>
      exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map(
            (one) => (one.propertyName ?? one.name).text,
          )
        : [],
    );
  return source.statements.flatMap((statement): NamedFunction[] => {
    const isExported = (name: string) =>
      exportedBelow.includes(name) ||
      hasModifier(statement, ts.SyntaxKind.ExportKeyword);
    if (ts.isFunctionDeclaration(statement)) {
      const name = statement.name?.text ?? "default";
      return [{ name, node: statement, isExported: isExported(name) }];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((declared) => {
      const { initializer } = declared;
      if (!initializer || !ts.isFunctionLike(initializer)) return [];
      const name = declared.name.getText();
      return [{ name, node: initializer, isExported: isExported(name) }];
    });
  });
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : [];
  return modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

function isAsync(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.AsyncKeyword);
}

function handsOutStatement(node: ts.Node, outer: ReadonlySet<string>): boolean {
  const names = new Set(outer);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body))
    return isStatement(node.body, names);
  let isFound = false;
  const visit = (inner: ts.Node) => {
    if (ts.isFunctionLike(inner) && inner !== node) return;
    if (ts.isVariableDeclaration(inner) && inner.initializer) {
      const { name, initializer } = inner;
      const isOne = ts.isFunctionLike(initializer)
        ? handsOutStatement(initializer, names)
        : isStatement(initializer, names);
      if (isOne) names.add(name.getText());
    }
    if (ts.isReturnStatement(inner) && inner.expression)
      isFound ||= isStatement(inner.expression, names);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return isFound;
}

/** Whether an expression is, or holds, a statement that has not run. */
function isStatement(node: ts.Node, names: ReadonlySet<string>): boolean {
  const isOne = (inner: ts.Node) => isStatement(inner, names);
  if (ts.isIdentifier(node)) return names.has(node.text);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return isOne(node.expression);
  if (ts.isConditionalExpression(node))
    return isOne(node.whenTrue) || isOne(node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(isOne);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.some(
      (one) =>
        (ts.isPropertyAssignment(one) && isOne(one.initializer)) ||
        (ts.isShorthandPropertyAssignment(one) && isOne(one.name)),
    );
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return isOne(expression);
  const called = expression.name.text;
  if (/^(execute|stream)/.test(called)) return false;
  return openers.has(called) || isOne(expression.expression);
}
