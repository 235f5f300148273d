import { callVersionAddress } from "#app/call-addresses.ts";
import { allPages, questionsOf } from "#app/domain/calls/asked-pages.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { CallVersion } from "#app/domain/calls/versions.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { plural } from "./counted.ts";

/** The versions of a call's form, the newest first. */
export function describeVersions(
  { slug, definitionId }: Pick<Call, "slug" | "definitionId">,
  versions: CallVersion[],
) {
  return versions.toReversed().map((one) => ({
    ...{ version: one.version, label: `Version ${one.version}` },
    href: callVersionAddress(slug, one.version),
    added: formatMoment(one.addedAt),
    isCurrent: one.definitionId === definitionId,
  }));
}

/** How much a version asks, and when it came. */
export function describeVersion(
  { version, addedAt }: Pick<CallVersion, "version" | "addedAt">,
  definition: CallDefinition,
): string {
  const questions = questionsOf(definition).length;
  return `Version ${version}, of ${formatMoment(addedAt)}: ${plural(allPages(definition).length, "page", "pages")} with ${plural(questions, "question", "questions")}. A version never changes; whoever began on it goes on with it.`;
}
