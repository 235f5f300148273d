import { editorAddress } from "#app/authoring-addresses.ts";
import { hasChanges } from "#app/domain/calls/authoring/changes.ts";
import {
  copyFromFile,
  questionsOfOtherKind,
} from "#app/domain/calls/authoring/file-edits.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { listChanges } from "./call-editor.ts";
import type { Edited } from "./edited-call.ts";
import { questionTypeNames } from "./call-editor-words.ts";
import { describeTextChanges } from "./call-text-changes.ts";

/** The page on which a file comes into a call that is there. */
export function describeFilePage({ call, copy, published }: Edited) {
  return {
    callTitle: call.definition.title.en,
    backHref: editorAddress(call.slug),
    unpublished: hasChanges(published, copy)
      ? "There are changes here that are not published. A file replaces them too: take them out first if you need them."
      : undefined,
  };
}

/** More than these nobody reads: they are in the file. */
const mostPlaces = 60;

type Incoming = {
  slug: string;
  definition: CallDefinition;
  /** Undefined where the file does not say as what it was written. */
  isAsWritten: boolean | undefined;
};

/** What a file changes of what stands in the working copy now, before it does. */
export function describeFileOver(
  { call, copy, published }: Edited,
  { slug, definition, isAsWritten }: Incoming,
) {
  const after = {
    ...{ call, published: copy },
    copy: copyFromFile(copy, definition),
  };
  const places = describeTextChanges(inBoth(after));
  const left = places.length - mostPlaces;
  return {
    seen: seenOf(copy, copy),
    isChanged: hasChanges(copy, after.copy),
    facts: [
      ...(slug === call.slug
        ? []
        : [
            `It was taken out of a call whose web address ends in “${slug}”. This call keeps its own.`,
          ]),
      ...(isAsWritten === false
        ? ["It was changed since it was taken out of Heard."]
        : []),
      ...(hasChanges(published, copy)
        ? ["What you and your colleagues changed and did not publish is lost."]
        : []),
    ],
    changes: listChanges(after),
    places: places.slice(0, mostPlaces),
    left: left > 0 ? `And on ${left} more pages and questions.` : undefined,
  };
}

/** What comes or goes as a whole is named, and its texts are not told one by one. */
function inBoth({ call, copy, published }: Edited): Edited {
  const keysOf = (of: typeof copy) => new Set(of.pages.map(({ key }) => key));
  const cut = (one: typeof copy, other: typeof copy) => ({
    ...one,
    pages: one.pages.filter(({ key }) => keysOf(other).has(key)),
    equality: other.equality && one.equality,
  });
  return { call, copy: cut(copy, published), published: cut(published, copy) };
}

/** Questions that a file gives another kind, a line for each. */
export function tellOtherKinds(
  ...of: Parameters<typeof questionsOfOtherKind>
): string[] {
  return questionsOfOtherKind(...of).map(
    ({ question, was }) =>
      `“${question.label.en}” (${question.id}) is answered as “${questionTypeNames[question.type]}” in the file and was answered as “${questionTypeNames[was]}” in this call. Give it an id of its own, so that answers stay with what was asked`,
  );
}

export const fileBroughtIn =
  "The file stands in the working copy now. The public does not see it until it is published.";
export const fileChangesNothing =
  "The file says the same as what stands here. Nothing was changed.";
export const changedSinceShown =
  "Somebody changed the call while you looked at this, so nothing was done. What the file would change now stands below: look again.";
