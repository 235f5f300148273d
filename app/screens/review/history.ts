import { groupIdOf } from "#app/domain/accounts/groups.ts";
import type { HistoryEntry } from "#app/domain/audit/audit.server.ts";
import type {
  History,
  HistoryNames,
} from "#app/domain/triage/history.server.ts";
import { triageStates } from "#app/domain/triage/triage.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { describeHoldingReasons } from "./quarantine.ts";
import { redactionWords } from "./redaction-words.ts";
import { skipWords } from "./skips.ts";
import { describeReopening } from "./withdrawn.ts";
import { describeState } from "./states.ts";

type HistoryLine = {
  /** ISO-8601 UTC. */
  at: string;
  when: string;
  who: string;
  what: string;
};

type Details = Record<string, unknown>;
type Sentence = (details: Details, names: HistoryNames) => string;

const channelSentences: Record<string, string> = {
  web: "sent it on this site",
  import: "imported it",
  letter: "entered it from a letter",
  email: "entered it from an email",
  phone: "entered it from a phone call",
  meeting: "entered it from a meeting",
};

const purposeWords: Record<string, string> = {
  "reply-to-respondent": "to reply to them",
  safeguarding: "for safeguarding",
  "data-rights-request": "for a data rights request",
  "check-for-duplicates": "to check for duplicates",
};

/** What each type of event says after the name of who did it. */
const sentences: Record<string, Sentence> = {
  "response.received": ({ channel }) =>
    channelSentences[String(channel)] ?? "received it",
  "response.claimed": () => "took it to read",
  "response.claim-released": ({ from }, names) =>
    from === undefined
      ? "gave it back to the queue"
      : `gave it back to the queue for ${staffName(from, names)}, who left`,
  "response.skipped": ({ reason }) => `skipped it: ${skipWords(reason)}`,
  "response.decision-undone": ({ from, to }) =>
    `took their decision back, from ${stateLabel(from)} to ${stateLabel(to)}`,
  "response.read": () => "opened it",
  "response.state-changed": ({ from, to }) =>
    `moved it from ${stateLabel(from)} to ${stateLabel(to)}`,
  "response.held-back": ({ reasons }) =>
    `held it back: ${describeHoldingReasons(reasons).join("; ")}`,
  "response.let-in": () => "let it in",
  "response.kept-out": () => "kept it out",
  "response.held-back-again": () => "undid that, so it is held back",
  "response.withdrawn-by-sender": () => "took it back",
  "response.answer-changed": ({ version }) =>
    `changed an answer: version ${Number(version)}`,
  "response.entry-corrected": ({ version }) =>
    `corrected what was keyed in: version ${Number(version)}`,
  "response.entry-checked": () => "read it beside what it was keyed in from",
  "response.email-downloaded": () => "opened the email that it came as",
  "response.letter-opened": () =>
    "opened the letter with its receipt code for its sender",
  "response.answer-taken-back": ({ version }) =>
    `took an answer back: version ${Number(version)}`,
  "response.file-added": ({ version }) =>
    `added a file: version ${Number(version)}`,
  "response.file-taken-back": ({ version }) =>
    `took a file back: version ${Number(version)}`,
  "response.withdrawn-opened": ({ reason }) =>
    `opened what it says though it was taken back, ${describeReopening(reason)}`,
  "response.assigned": ({ from, to }, names) =>
    to === null
      ? `took it off ${staffName(from, names)}`
      : `assigned it to ${staffName(to, names)}`,
  "response.note-added": () => "added a note",
  "response.safeguarding-raised": () => "flagged it for safeguarding",
  "response.safeguarding-taken-up": () => "took its safeguarding case up",
  "response.safeguarding-passed-on": () =>
    "wrote down what was passed on for safeguarding",
  "response.safeguarding-proposed": () =>
    "proposed how its safeguarding case ends",
  "response.safeguarding-sent-back": () =>
    "did not agree how its safeguarding case ends",
  "response.safeguarding-held": () =>
    "agreed: its safeguarding case is closed, and it stays held",
  "response.safeguarding-lowered": () =>
    "agreed: its safeguarding case is closed, and it is back in the lists",
  "response.identity-read": ({ purpose }) =>
    `looked at who sent it, ${purposeWords[String(purpose)] ?? "for a reason"}`,
  "response.references-exported": ({ count }) =>
    `took its evidence out as a file, ${count === 1 ? "1 piece" : `${String(count)} pieces`}`,
  "response.tags-saved": ({ added, removed }, names) =>
    [
      ...listTags("tagged it", added, names),
      ...listTags("took off the tags", removed, names),
    ].join(" and ") || "saved its tags",
  "passage.tagged": ({ tagId }, names) =>
    `tagged a passage${tagName(tagId, names)}`,
  "passage.removed": ({ tagId }, names) =>
    `removed a passage${tagName(tagId, names)}`,
  "redaction.proposed": ({ reason }) =>
    `proposed a redaction: ${redactionWords(reason)}`,
  "redaction.approved": ({ reason }) =>
    `approved a redaction: ${redactionWords(reason)}`,
  "redaction.refused": ({ reason }) =>
    `refused a redaction: ${redactionWords(reason)}`,
  "redaction.nothing-to-redact": () =>
    "looked through it and found nothing to redact",
  "redaction.to-look-again": () =>
    "asked for it to be looked through for redaction again",
  "redaction.taken-back": ({ reason }) =>
    `took back a redaction they had proposed: ${redactionWords(reason)}`,
};

function stateLabel(state: unknown): string {
  const known = triageStates.find((one) => one === state);
  return `“${known ? describeState(known).label : String(state)}”`;
}

function staffName(staffId: unknown, names: HistoryNames): string {
  const id = String(staffId);
  const name = names.staff.get(id);
  if (name === undefined) return "somebody";
  return groupIdOf(id) === undefined ? name : `the group “${name}”`;
}

function tagName(tagId: unknown, names: HistoryNames): string {
  const name = names.tags.get(Number(tagId));
  return name === undefined ? "" : ` “${name}”`;
}

function listTags(verb: string, tagIds: unknown, names: HistoryNames) {
  if (!Array.isArray(tagIds) || tagIds.length === 0) return [];
  const list = tagIds.map((tagId) => tagName(tagId, names).trim()).join(", ");
  return [`${verb} ${list}`];
}

/** One event as a line that a colleague reads. A type nobody wrote a sentence for is shown by its name. */
export function describeEvent(
  event: HistoryEntry,
  names: HistoryNames,
): HistoryLine {
  return {
    at: event.at,
    when: formatMoment(event.at),
    who: event.actorName,
    what: whatOf(event, names),
  };
}

function whatOf({ type, details }: HistoryEntry, names: HistoryNames) {
  const what =
    sentences[type]?.(details, names) ??
    type.replace(/^[a-z]+\./, "").replaceAll("-", " ");
  const { bulk, undoes } = details;
  if (undoes !== undefined)
    return `${what}, undoing bulk action ${Number(undoes)}`;
  return bulk === undefined ? what : `${what}, in bulk action ${Number(bulk)}`;
}

/** Events as lines, in the order in which they come. */
export function describeEvents({ events, names }: History): HistoryLine[] {
  return events.map((event) => describeEvent(event, names));
}
