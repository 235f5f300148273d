import {
  editedPageAddress,
  editedRuleAddress,
  editorAddress,
  rulePartAddress,
} from "#app/authoring-addresses.ts";
import { pagesUnder } from "#app/domain/calls/authoring/rule-edits.ts";
import { writePath } from "#app/domain/calls/authoring/rule-forms.ts";
import {
  findLevel,
  hasParts,
  joins,
  type Level,
  levelOf,
  type LevelPath,
} from "#app/domain/calls/authoring/rule-tree.ts";
import {
  pagesShownBy,
  rulesNaming,
} from "#app/domain/calls/authoring/rules-looking-at.ts";
import { type Part, seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { describeRule, namesIn } from "./call-editor-names.ts";
import type { Edited } from "./edited-call.ts";
import { capitalised } from "./call-editor-words.ts";
import { describeRuleResults } from "./call-rule-results.ts";
import { joinWords } from "./call-rule-words.ts";
import { plural } from "./counted.ts";

type OfRule = Edited & { rule: Part<"condition"> };

/** A rule of a working copy with the parts of one of its levels, and what it comes to. */
export function describeRuleForm(edited: OfRule, asked: LevelPath = []) {
  const { call, copy, rule } = edited;
  const names = namesIn(copy);
  const { name, rule: whole } = rule.body;
  const found = findLevel(whole, asked);
  const path = found ? asked : [];
  const level = found ?? levelOf(whole);
  const one = { callSlug: call.slug, ruleId: rule.key };
  const shown = pagesShownBy(copy, rule.key);
  return {
    ...{ callTitle: call.definition.title.en, name: name ?? "" },
    backHref: `${editorAddress(call.slug)}#rules`,
    heading: name === undefined ? "Rule without a name" : `Rule “${name}”`,
    sentence: `${capitalised(describeRule(whole, names))}.`,
    seen: seenOf(copy, rule),
    pages: copy.pages.flatMap(({ key }, index) =>
      shown.includes(key)
        ? [
            {
              ...{ key, words: `Page ${index + 1}, ${names.page(key)}` },
              href: editedPageAddress({ callSlug: call.slug, pageId: key }),
            },
          ]
        : [],
    ),
    results: describeRuleResults(copy, rule.key),
    level: describeLevel(edited, { level, path }),
    upHref:
      path.length > 0
        ? editedRuleAddress(one, undefined, writePath(path.slice(0, -1)))
        : undefined,
    removeHref: editedRuleAddress(one, "remove"),
  };
}

function describeLevel(
  { call, copy, rule }: OfRule,
  { level, path }: { level: Level; path: LevelPath },
) {
  const names = namesIn(copy);
  const one = { callSlug: call.slug, ruleId: rule.key };
  const carried = { in: writePath(path), seen: seenOf(copy, rule) };
  const { join, parts } = level;
  return {
    ...{ in: carried.in, join },
    joins:
      parts.length > 1
        ? joins.map((value) => ({ value, label: joinWords[value] }))
        : [],
    parts: parts.map((part, nth) => ({
      nth: String(nth),
      words: capitalised(describeRule(part, names)),
      facts: hasParts(part)
        ? `${joinWords[levelOf(part).join]}: ${plural(levelOf(part).parts.length, "part", "parts")}`
        : undefined,
      changeHref: hasParts(part)
        ? editedRuleAddress(one, undefined, writePath([...path, nth]))
        : rulePartAddress(one, { ...carried, nth: String(nth) }),
    })),
    addHref: rulePartAddress(one, carried),
  };
}

/** What is asked before a rule is taken away. */
export function describeRuleRemoval({ call, copy, rule }: OfRule) {
  const names = namesIn(copy);
  const shown = pagesUnder(copy, rule.key);
  const naming = rulesNaming(copy, rule.key).filter((id) => id !== rule.key);
  return {
    callTitle: call.definition.title.en,
    backHref: editedRuleAddress({ callSlug: call.slug, ruleId: rule.key }),
    sentence: `${capitalised(describeRule(rule.body.rule, names))}.`,
    seen: seenOf(copy, rule),
    shown,
    pages: shown.map(names.page),
    naming: naming.map((id) => ({
      words: capitalised(names.shownIf(id)),
      href: editedRuleAddress({ callSlug: call.slug, ruleId: id }),
    })),
  };
}
