import ts from "typescript";
import { parseFile } from "./import-lines.ts";

export const questionRules = {
  type: "what a type of question means stands in its own file",
  pages: "the pages of a form are walked by askedPages",
  answer: "an answer is opened by the type of its question",
};

const typeNames = new Set([
  "short-text",
  "long-text",
  "email",
  "radios",
  "checkboxes",
  "select",
  "date",
  "file-upload",
  "evidence-items",
  "whole-number",
  "group",
]);

const typesFolder = "app/domain/calls/question-types/";

/** Where a form is changed: page by page, and none of it is asked of anybody. */
const authoringFolder = "app/domain/calls/authoring/";

/** The fields that show an answer again: to whoever gave it, and to whoever keyed it in. */
const answerFields = new Set([
  "app/routes/_public.respond.$call.$page/question-form.tsx",
  "app/routes/review.entries_.new/keyed-question.tsx",
]);

/** Where all ways through a form are found, of everybody who could be asked. */
const routesFolder = "app/domain/calls/routes/";

/** Where the shape of a form is told and judged, and where it is walked. */
const walkers = new Set([
  "app/domain/calls/definition.ts",
  "app/domain/calls/definition-problems.ts",
  "app/domain/calls/condition-problems.ts",
  "app/domain/calls/section-problems.ts",
  "app/domain/calls/reachability.ts",
  "app/domain/calls/asked-pages.ts",
]);

/** What a file asks of questions or pages that is another file's to know, as often as it asks. */
export function brokenQuestionRules(file: string, text?: string): string[] {
  const broken: string[] = [];
  const visit = (node: ts.Node) => {
    if (!file.startsWith(typesFolder) && asksForType(node))
      broken.push(questionRules.type);
    if (
      !file.startsWith(typesFolder) &&
      !answerFields.has(file) &&
      opensAnswer(node)
    )
      broken.push(questionRules.answer);
    const walksForms =
      walkers.has(file) ||
      file.startsWith(authoringFolder) ||
      file.startsWith(routesFolder);
    if (!walksForms && walksPages(node, file)) broken.push(questionRules.pages);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(file, text));
  return broken;
}

function asksForType(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node))
    return (
      /^[!=]==?$/.test(node.operatorToken.getText()) &&
      ((isType(node.left) && isTypeName(node.right)) ||
        (isType(node.right) && isTypeName(node.left)))
    );
  if (ts.isSwitchStatement(node))
    return (
      isType(node.expression) &&
      node.caseBlock.clauses.some(
        (clause) => ts.isCaseClause(clause) && isTypeName(clause.expression),
      )
    );
  return (
    ts.isCallExpression(node) &&
    node.arguments.some(isType) &&
    /["'`]/.test(node.expression.getText()) &&
    [...typeNames].some((name) =>
      new RegExp(`["'\`]${name}["'\`]`).test(node.expression.getText()),
    )
  );
}

function opensAnswer(node: ts.Node): boolean {
  if (ts.isTypeOfExpression(node)) return isAnswer(node.expression);
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  if (called === "openAnswer") return true;
  return called === "Array.isArray" && node.arguments.some(isAnswer);
}

/** `answers[id]`, `answer.value`, `saved[question.id]`, or one by the name of what it is. */
function isAnswer(node: ts.Node): boolean {
  return /^(answer|typed|saved)(s?\[.*\]|\.value)?$|\banswers\[/.test(
    node.getText(),
  );
}

/** `question.type`, or a `type` that was taken out of one. */
function isType(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "type";
  return ts.isIdentifier(node) && /^(question)?type$/i.test(node.text);
}

function isTypeName(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && typeNames.has(node.text);
}

/** In the domain and at the gate nothing but a form has `pages`; a screen may have some of its own. */
function walksPages(node: ts.Node, file: string): boolean {
  const isScreens = !/^app\/(domain|http|tasks)\//.test(file);
  if (ts.isPropertyAccessExpression(node))
    return (
      node.name.text === "pages" &&
      (!isScreens || /definition$/i.test(node.expression.getText()))
    );
  if (!ts.isBindingElement(node)) return false;
  const taken = node.propertyName ?? node.name;
  return !isScreens && taken.getText() === "pages";
}
