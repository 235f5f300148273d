import { keptCallAddress } from "#app/call-addresses.ts";
import {
  editedPageAddress,
  editorAddress,
  newRuleAddress,
} from "#app/authoring-addresses.ts";
import {
  type CallChanges,
  changesOf,
  hasChanges,
} from "#app/domain/calls/authoring/changes.ts";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { rulesLookingAt } from "#app/domain/calls/authoring/rules-looking-at.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import type { Edited } from "./edited-call.ts";
import { describeProblems, describeRemarks } from "./call-editor-problems.ts";
import { listCallSettings } from "./call-setting-list.ts";
import {
  callPreviewsAddress,
  callRoutesAddress,
} from "#app/preview-addresses.ts";
import { lineOfPage } from "./call-wording.ts";
import { plural } from "./counted.ts";
import { listRules } from "./call-rule-list.ts";

/** The page on which a call's pages stand in their order, with all that was changed and all that is wrong. */
export function describeEditor({ call, copy, published }: Edited) {
  const names = namesIn(copy);
  const changes = changesOf(published, copy);
  const { remarks } = checkWorkingCopy(copy);
  return {
    ...describeChanged({ call, copy, published }, changes),
    callTitle: call.definition.title.en,
    standing: standingOf(call),
    backHref: keptCallAddress(call.slug),
    settings: listCallSettings(call.slug, copy),
    newPageHref: editorAddress(call.slug, "pages/new"),
    publishHref: editorAddress(call.slug, "publish"),
    routesHref: callRoutesAddress(call.slug),
    previewHref: callPreviewsAddress(call.slug),
    discardHref: editorAddress(call.slug, "discard"),
    remarks: describeRemarks(remarks, names),
    pages: copy.pages.map((page, index) => ({
      ...describePage(page.body, names),
      ...{ key: page.key, place: index + 1 },
      href: editedPageAddress({ callSlug: call.slug, pageId: page.key }),
      mark: markOf(page.key, changes),
      advice: lineOfPage({ callSlug: call.slug, page }),
    })),
    rules: listRules(copy, call.slug),
    newRuleHref: newRuleAddress(call.slug, {}),
  };
}

/** What was changed, and what stands against its being published. */
export function describeChanged(
  { call, copy, published }: Edited,
  changes = changesOf(published, copy),
) {
  const names = namesIn(copy);
  const { problems } = checkWorkingCopy(copy);
  return {
    isChanged: hasChanges(published, copy),
    changes: describeChanges(changes, { names, before: namesIn(published) }),
    problems: describeProblems(problems, { callSlug: call.slug, names, copy }),
  };
}

/** What was changed, a line for each, for whoever is about to throw it away. */
export function listChanges({ copy, published }: Edited): string[] {
  return describeChanges(changesOf(published, copy), {
    names: namesIn(copy),
    before: namesIn(published),
  });
}

/** Who sees what is changed here, in a sentence. */
export function standingOf({ state }: Pick<Call, "state">): string {
  return state === "draft"
    ? "The public does not see this call yet."
    : "The public sees this call as it was last published. What is changed here they see when it is published.";
}

function describePage(
  { title, questions, showIf }: WorkingCopy["pages"][number]["body"],
  names: EditorNames,
) {
  const first = questions[0]?.label.en;
  return {
    name: title?.en || first || "Page without a title",
    facts: [
      plural(questions.length, "question", "questions"),
      ...(showIf === undefined ? [] : [`shown if ${names.shownIf(showIf)}`]),
    ].join(", "),
  };
}

function markOf(pageId: string, changes: CallChanges): string | undefined {
  if (changes.pagesAdded.includes(pageId)) return "New";
  if (changes.pagesChanged.includes(pageId)) return "Changed";
  return changes.pagesMoved.includes(pageId) ? "Moved" : undefined;
}

function describeChanges(
  changes: CallChanges,
  { names, before }: { names: EditorNames; before: EditorNames },
): string[] {
  const { pagesAdded, pagesRemoved, pagesChanged, pagesMoved } = changes;
  return [
    ...(changes.isAboutChanged ? ["What the call says of itself"] : []),
    ...pagesAdded.map((id) => `New page: ${names.page(id)}`),
    ...pagesChanged.map((id) => `Changed page: ${names.page(id)}`),
    ...pagesMoved.map((id) => `Moved page: ${names.page(id)}`),
    ...pagesRemoved.map((id) => `Removed page: ${before.page(id)}`),
    ...(changes.isElseChanged
      ? ["Rules, sections or questions about the person"]
      : []),
  ];
}

/** What taking questions away breaks, or those of their options; a line for each rule that looks at one. */
export function describeBrokenRules(
  copy: WorkingCopy,
  questionIds: readonly string[],
  values?: readonly string[],
): string[] {
  const names = namesIn(copy);
  return rulesLookingAt(copy, questionIds, values).map(
    ({ conditionId, pageIds }) => {
      const shown = pageIds.map(names.page);
      const pages =
        shown.length === 0
          ? "No page is shown by it."
          : `It shows ${new Intl.ListFormat("en-GB").format(shown)}.`;
      return `The rule ${names.rule(conditionId)} looks at it. ${pages}`;
    },
  );
}
