import { editedRuleAddress } from "#app/authoring-addresses.ts";
import { pagesUnder } from "#app/domain/calls/authoring/rule-edits.ts";
import { rulesNaming } from "#app/domain/calls/authoring/rules-looking-at.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { describeRule, namesIn } from "./call-editor-names.ts";
import { capitalised } from "./call-editor-words.ts";

/** The rules of a working copy, each in a sentence with the pages that it shows. */
export function listRules(copy: WorkingCopy, callSlug: string) {
  const names = namesIn(copy);
  return copy.conditions.map(({ key, body }) => ({
    ...{ key, name: body.name },
    sentence: `${capitalised(describeRule(body.rule, names))}.`,
    pages: pagesUnder(copy, key).map(names.page),
    isNamed: rulesNaming(copy, key).length > 0,
    href: editedRuleAddress({ callSlug, ruleId: key }),
  }));
}

/** The rules that a page can be shown by, its own too where that is not there any more. */
export function rulesForPage(
  copy: WorkingCopy,
  { callSlug, showIf }: { callSlug: string; showIf: string | undefined },
) {
  const names = namesIn(copy);
  const known = copy.conditions.map(({ key }) => key);
  const isThere = showIf !== undefined && known.includes(showIf);
  const gone = showIf === undefined || isThere ? [] : [showIf];
  return {
    ruleHref: isThere
      ? editedRuleAddress({ callSlug, ruleId: showIf })
      : undefined,
    rules: [...known, ...gone].map((id) => ({
      value: id,
      label: capitalised(names.shownIf(id)),
    })),
  };
}
