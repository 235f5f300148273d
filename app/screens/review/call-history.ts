import type { HistoryEntry } from "#app/domain/audit/audit.server.ts";
import { callStates } from "#app/domain/calls/calls.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

type Details = HistoryEntry["details"];

const stateWords: Record<(typeof callStates)[number], string> = {
  draft: "in preparation",
  open: "open",
  "closing-announced": "open with its closing announced",
  "closed-late-accepted": "closed, with late answers by code",
  closed: "closed",
  archived: "archived",
};

/** By what an edit says of itself. */
export const editsInWords: Record<string, string> = {
  about: "changed what the call says of itself",
  care: "changed its help lines or the way off its pages",
  files: "changed how many files it takes, and how large",
  sections: "changed its sections or the order of answering",
  equality: "changed what it asks about the person",
  file: "brought in a file",
  rule: "changed a rule",
  "rule-added": "made a rule",
  "rule-removed": "removed a rule",
  "question-moved": "moved a question to another page",
  page: "changed a page",
  "page-order": "put the pages in another order",
  "page-added": "added a page",
  "page-removed": "removed a page",
  question: "changed a question",
  "question-order": "put questions in another order",
  "question-added": "added a question",
  "question-removed": "removed a question",
  "bank-taken": "took questions from the bank",
  "bank-newer": "took a question’s newer version from the bank",
  "bank-passed": "kept a question as it is beside a newer version in the bank",
  translation: "translated texts",
  "translation-file": "brought in a table of translations",
  "small-changes": "said that translations fit their English as it is now",
  languages: "changed how a language is offered",
};

/** What each type of event says after the name of who did it. */
const sentences: Record<string, (details: Details) => string> = {
  "call.created": () => "made the call",
  "call.definition-added": ({ version, asksAgain }) =>
    `made version ${Number(version)} of its words and questions${asksAgain ? ", which people who have begun are asked again about" : ""}`,
  "call.state-changed": (details) => describeChange(details),
  "call.edited": ({ what }) =>
    `${editsInWords[String(what)] ?? "changed something"} in the working copy`,
  "call.changes-proposed": () => "asked a colleague to look at what changes",
  "call.changes-approved": () => "approved what a colleague had proposed",
  "call.changes-returned": () => "sent a proposal back with a note",
  "call.publishing-set": ({ publishAt }) =>
    `approved what a colleague had proposed, to be published at ${formatTime(String(publishAt))}`,
  "call.publishing-cancelled": () =>
    "cancelled that what is proposed be published at a time",
  "call.published-alone": () =>
    "published what is changed alone, in an emergency",
  "call.looked-afterwards": () => "looked at what was published alone",
  "call.opening-proposed": () => "asked a colleague to let it open",
  "call.opening-approved": () => "approved that it opens",
  "call.opening-returned": () => "sent its opening back with a note",
  "call.opening-taken-back": () => "took back that it be opened",
  "call.edits-discarded": () => "threw the working copy away",
  "call.preview-link-made": () => "made a link to a preview",
  "call.preview-links-ended": ({ count }) =>
    Number(count) === 1
      ? "ended a link to a preview"
      : `ended ${Number(count)} links to previews`,
  "call.late-code-issued": () => "made a code for a late answer",
  "call.outcome-told": () => "told the public what came of it",
  "call.outcome-taken-back": () => "took back what was told of its outcome",
  "call.due-set": () => "said by when its responses should be read",
};

function stateOf(state: unknown): string {
  const known = callStates.find((one) => one === state);
  return known ? stateWords[known] : "another state";
}

/** What was done about a call and by whom, the newest first. */
export function describeCallHistory(history: HistoryEntry[]) {
  return history.toReversed().map((event) => ({
    ...{ at: event.at, when: formatMoment(event.at), who: event.actorName },
    what: whatOf(event),
  }));
}

function whatOf({ type, details }: HistoryEntry): string {
  return (
    sentences[type]?.(details) ??
    type.replace(/^[a-z]+\./, "").replaceAll("-", " ")
  );
}

function describeChange({ from, to, opensAt, closesAt }: Details): string {
  const what =
    from === to
      ? "set its times again"
      : `moved it from ${stateOf(from)} to ${stateOf(to)}`;
  const times = [
    typeof opensAt === "string" && `opens at ${formatTime(opensAt)}`,
    typeof closesAt === "string" && `closes at ${formatTime(closesAt)}`,
  ].filter((time) => time !== false);
  return times.length > 0 ? `${what}: ${times.join(", ")}` : what;
}
