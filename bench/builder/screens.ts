import {
  editedPageAddress,
  editedQuestionAddress,
  editedRuleAddress,
  editorAddress,
  newQuestionAddress,
  newRuleAddress,
  rulePartAddress,
  translatedTextsAddress,
  translationAddress,
} from "#app/authoring-addresses.ts";
import { keptCallAddress } from "#app/call-addresses.ts";
import {
  callPreviewsAddress,
  callRoutesAddress,
} from "#app/preview-addresses.ts";

/** Every screen on which a call is made, of a call whose first page has the first question. */
export function builderScreens(
  callSlug: string,
): [title: string, path: string][] {
  const page = { callSlug, pageId: "a0" };
  const question = { ...page, questionId: "a0" };
  const rule = { callSlug, ruleId: "rule0" };
  const welsh = { callSlug, language: "cy" };
  return [
    ["the call and its history", keptCallAddress(callSlug)],
    ["the editor", editorAddress(callSlug)],
    ["about", editorAddress(callSlug, "about")],
    ["care", editorAddress(callSlug, "care")],
    ["files", editorAddress(callSlug, "files")],
    ["sections", editorAddress(callSlug, "sections")],
    ["equality", editorAddress(callSlug, "equality")],
    ["a new page", editorAddress(callSlug, "pages/new")],
    ["a page", editedPageAddress(page)],
    ["to remove a page", editedPageAddress(page, "remove")],
    ["kinds of a new question", newQuestionAddress(page)],
    ["a new question", newQuestionAddress(page, { type: "radios" })],
    ["a question", editedQuestionAddress(question)],
    ["to move a question", editedQuestionAddress(question, "move")],
    ["to remove a question", editedQuestionAddress(question, "remove")],
    ["a rule", editedRuleAddress(rule)],
    ["a part of a rule", rulePartAddress(rule, {})],
    ["to remove a rule", editedRuleAddress(rule, "remove")],
    ["a new rule", newRuleAddress(callSlug, { page: "b0" })],
    ["every way", callRoutesAddress(callSlug)],
    ["to publish", editorAddress(callSlug, "publish")],
    ["to discard", editorAddress(callSlug, "discard")],
    ["a language", translationAddress(welsh)],
    ["side by side", translatedTextsAddress({ ...welsh, part: "about" })],
    ["the table of texts", translationAddress(welsh, "texts.csv")],
    ["to bring texts in", translationAddress(welsh, "bring-in")],
    ["the call's file", editorAddress(callSlug, "file")],
    ["previews", callPreviewsAddress(callSlug)],
  ];
}
