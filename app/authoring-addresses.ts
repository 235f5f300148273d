/*
 * The paths where a call's words, pages and questions are changed.
 */

/** The working copy of a call, or a part of its doing. */
export function editorAddress(
  callSlug: string,
  part?:
    | "about"
    | "care"
    | "files"
    | "sections"
    | "equality"
    | "file"
    | "publish"
    | "discard"
    | "pages/new",
): string {
  const path = `/review/calls/${encodeURIComponent(callSlug)}/edit`;
  return part === undefined ? path : `${path}/${part}`;
}

/** Where questions of the bank are copied onto a page, or among those that one of its questions asks several times. */
export function fromBankAddress(page: PageOfCall, group?: string): string {
  const path = `${editedPageAddress(page)}/from-bank`;
  return group === undefined
    ? path
    : `${path}?${new URLSearchParams({ group })}`;
}

type PageOfCall = { callSlug: string; pageId: string };

/** A page of the working copy, or what can be done with it. */
export function editedPageAddress(
  { callSlug, pageId }: PageOfCall,
  part?: "remove",
): string {
  const path = `${editorAddress(callSlug)}/pages/${encodeURIComponent(pageId)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** A question of such a page, or what can be done with it. */
export function editedQuestionAddress(
  { questionId, ...page }: PageOfCall & { questionId: string },
  part?: "remove" | "move" | "keep" | "newer",
): string {
  const path = `${editedPageAddress(page)}/questions/${encodeURIComponent(questionId)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** How a new question begins: with its kind, or with one that decides something; of those that are asked several times together. */
type NewQuestion = { type?: string; start?: string; group?: string };

/** Where the kind of a new question is chosen, and where it is made. */
export function newQuestionAddress(
  page: PageOfCall,
  begins: NewQuestion = {},
): string {
  const path = `${editedPageAddress(page)}/new-question`;
  const query = new URLSearchParams(begins).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** What was chosen of a part of a rule, step by step, and what it is to stand in. */
export type RuleSteps = {
  /** The page that a new rule is to show. */
  page?: string | undefined;
  /** The level it stands on, and which part of it is changed. */
  in?: string | undefined;
  nth?: string | undefined;
  /** Over which text the first step was opened. */
  seen?: string | undefined;
  find?: string | undefined;
  question?: string | undefined;
  rule?: string | undefined;
  ask?: string | undefined;
};

type RuleOfCall = { callSlug: string; ruleId: string };

/** A rule of the working copy, one of its levels, or what can be done with it. */
export function editedRuleAddress(
  { callSlug, ruleId }: RuleOfCall,
  part?: "remove",
  level = "",
): string {
  const path = `${editorAddress(callSlug)}/rules/${encodeURIComponent(ruleId)}`;
  const whole = part === undefined ? path : `${path}/${part}`;
  return level === ""
    ? whole
    : `${whole}?${new URLSearchParams({ in: level })}`;
}

/** Where a part of a rule is chosen. */
export function rulePartAddress(rule: RuleOfCall, steps: RuleSteps): string {
  return withSteps(`${editedRuleAddress(rule)}/part`, steps);
}

/** Where the first part of a new rule is chosen. */
export function newRuleAddress(callSlug: string, steps: RuleSteps): string {
  return withSteps(`${editorAddress(callSlug)}/new-rule`, steps);
}

function withSteps(path: string, steps: RuleSteps): string {
  const chosen = Object.entries(steps).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  );
  const asked = new URLSearchParams(chosen).toString();
  return asked === "" ? path : `${path}?${asked}`;
}

type Translated = { callSlug: string; language: string };

/** A call in one language besides English, part by part; or all its texts as a table, out and in. */
export function translationAddress(
  { callSlug, language }: Translated,
  table?: "texts.csv" | "texts.xlf" | "bring-in",
): string {
  const path = `${editorAddress(callSlug)}/languages/${encodeURIComponent(language)}`;
  return table === undefined ? path : `${path}/${table}`;
}

/**
 * Where texts are translated side by side.
 *
 * @param first the place of the first text on the screen, from 1
 */
export function translatedTextsAddress(
  { part, ...translated }: Translated & { part: string },
  first = 1,
): string {
  const path = `${translationAddress(translated)}/texts/${encodeURIComponent(part)}`;
  return first === 1
    ? path
    : `${path}?${new URLSearchParams({ first: String(first) })}`;
}

/** Whether a table of translations is brought in there. */
export function isBringInAddress(path: string): boolean {
  return /^\/review\/calls\/[^/]+\/edit\/languages\/[^/]+\/bring-in$/.test(
    path,
  );
}
