import { projectAddress } from "#app/codebook-addresses.ts";
import type {
  PassageStanding,
  PlannedCode,
  ProjectFault,
  ProjectFile,
  ProjectState,
  UnplacedReason,
} from "#app/domain/tagging/project/project.ts";
import {
  maxProjectBytes,
  maxProjectPassages,
} from "#app/domain/tagging/project/project.ts";
import { maxCodebookTags } from "#app/domain/tagging/codebook-files.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { entryProblems } from "./codebook-files.ts";
import { inNumbers, plural } from "./counted.ts";
import { tellPassedOver } from "./passed-over.ts";

export const projectTooBig = `The file must be smaller than ${maxProjectBytes / 1_000_000} MB, and not much larger when it is unpacked`;

type PlainFault = Exclude<
  ProjectFault["reason"],
  "too-many" | "too-many-codes" | "not-project"
>;

const faults: Record<PlainFault, string> = {
  "too-big": projectTooBig,
  "unsafe-archive":
    "The file holds what no project holds: names that lead out of it, an archive or a program. It was not read",
  encrypted: "The file is locked with a password. Save it without one",
  "not-archive":
    "This is no REFI-QDA project: it cannot be opened as an archive",
  malware: "The file holds a virus. It was not read",
  "no-project": "This is no REFI-QDA project: there is no project.qde in it",
  "two-projects":
    "There is more than one project in this file, and nobody can tell which is meant",
  "not-utf8":
    "The project is not written in UTF-8. Save it anew from your program",
  doctype:
    "The project has a DOCTYPE or an entity of its own, which a project has not. It was not read",
  empty: "There is neither a code nor a text in this project",
  "not-read":
    "The project takes more time or room to read than there is. Bring fewer of its texts, or try again",
};

/** Why a file is no project that can be brought in. */
export function describeProjectFault(fault: ProjectFault): string {
  if (fault.reason === "too-many")
    return `The project has ${inNumbers(fault.count)} coded passages. At most ${inNumbers(maxProjectPassages)} can be brought in at once`;
  if (fault.reason === "too-many-codes")
    return `The project has ${inNumbers(fault.count)} codes. At most ${inNumbers(maxCodebookTags)} can be brought in`;
  if (fault.reason === "not-project")
    return `This is not a valid REFI-QDA project. Line ${inNumbers(fault.line)}: ${fault.detail}`;
  return faults[fault.reason];
}

type Told = { label: string; colour?: "blue" | "green" | "grey" | "yellow" };

const stateWords: Record<ProjectState, Told> = {
  checked: { label: "Not brought in yet", colour: "yellow" },
  landing: { label: "Being brought in", colour: "blue" },
  landed: { label: "Brought in", colour: "green" },
  undoing: { label: "Being taken back", colour: "blue" },
  undone: { label: "Taken back", colour: "grey" },
};

export const tellProjectState = (state: ProjectState): Told =>
  stateWords[state];

/** A line of the list of projects. */
export function describeProjectLine(project: ProjectFile) {
  return {
    projectFileId: project.projectFileId,
    name: project.name,
    href: projectAddress(project.projectFileId),
    facts: `Uploaded by ${project.uploadedBy}, ${formatMoment(project.uploadedAt)}`,
    state: tellProjectState(project.state),
  };
}

const reasons: Record<UnplacedReason, string> = {
  "source-unknown": "in a text that is no response here",
  withdrawn: "in a response that its sender took back",
  frozen: "in a response that is frozen for safeguarding",
  "code-unknown": "under a code that the file does not define",
  "code-refused": "under a code that is not taken in",
  "tag-retired": "under a tag that is retired here",
  "text-missing": "in a text that the file does not hold",
  "past-end": "outside of its text",
  "no-words": "with no words in it",
  redacted: "across words that were redacted when they left",
  "words-not-found":
    "with words that do not stand in the response: they were changed there, here, or are redacted",
  "words-twice": "with words that stand more than once",
  "outside-answers":
    "in a question’s words, across two answers, or in the words of a file",
  changed: "in an answer that its sender changed since",
  "changed-since": "changed or taken off by somebody since it came in",
};

type Counts = {
  standing: PassageStanding;
  reason: string | null;
  count: number;
}[];

type Shown = {
  plan: ProjectFile["plan"];
  counts: Counts;
};

const told = (reason: string | null) =>
  reason !== null && Object.hasOwn(reasons, reason)
    ? reasons[reason as UnplacedReason]
    : "with no place";

const sumOf = (counts: Counts, standing: PassageStanding) =>
  counts
    .filter((one) => one.standing === standing)
    .reduce((sum, { count }) => sum + count, 0);

/** What a project comes to, before it lands. */
export function describeProjectPlan({ plan, counts }: Shown): string[] {
  const { unknownSources, movedCount } = plan;
  const unplaced = counts.filter(({ standing }) => standing === "unplaced");
  const [fresh, present] = [sumOf(counts, "new"), sumOf(counts, "present")];
  return [
    ...describeCodes(plan.codes),
    `${plural(fresh, "passage or whole response", "passages and whole responses")} will be tagged`,
    ...(movedCount > 0
      ? [
          `${plural(movedCount, "of them was", "of them were")} found by the words: the answer says something else now, or the text was changed`,
        ]
      : []),
    ...(present > 0 ? [`${plural(present, "is", "are")} there already`] : []),
    ...unplaced.map(
      ({ reason, count }) => `${inNumbers(count)} not placed: ${told(reason)}`,
    ),
    ...(unknownSources.count > 0
      ? [
          `${plural(unknownSources.count, "text is", "texts are")} no response here: ${unknownSources.names.map((name) => `“${name}”`).join(", ")}${unknownSources.count > unknownSources.names.length ? " and others" : ""}`,
        ]
      : []),
    ...tellPassedOver(plan),
  ];
}

const mostNamed = 50;

function describeCodes(codes: PlannedCode[]): string[] {
  const of = (what: PlannedCode["what"]) =>
    codes.filter((code) => code.what === what);
  const named = (some: PlannedCode[]) =>
    some.length > 0 && some.length <= mostNamed
      ? `: ${some.map(({ entry }) => `“${entry.name}”`).join(", ")}`
      : "";
  const [byGuid, byName, fresh] = [of("by-guid"), of("by-name"), of("new")];
  const refused = codes.flatMap((code) =>
    code.what === "refused" ? [code] : [],
  );
  const lineOf = (some: PlannedCode[], one: string, more: string) =>
    some.length > 0 ? [`${plural(some.length, one, more)}${named(some)}`] : [];
  return [
    ...lineOf(
      byGuid,
      "code is a tag of Heard, which stays as it is here",
      "codes are tags of Heard, which stay as they are here",
    ),
    ...lineOf(byName, "code is known by its name", "codes are known by name"),
    ...lineOf(fresh, "code is new", "codes are new"),
    ...refused
      .slice(0, mostNamed)
      .map(
        ({ entry, problem }) =>
          `“${entry.name.slice(0, 80)}” is not taken in: ${entryProblems[problem]}`,
      ),
  ];
}

/** What landing or taking back came to. */
export function describeProjectOutcome({
  state,
  outcome,
  plan,
}: Pick<ProjectFile, "state" | "outcome" | "plan">): string[] {
  if (!outcome) return [];
  if (outcome.problem === "shape")
    return [
      "Together with the tags that are there, some would be on too many levels. Nothing was brought in.",
    ];
  const left =
    outcome.left > 0
      ? [`${plural(outcome.left, "was", "were")} left as it stands: see below.`]
      : [];
  if (state === "landed")
    return [
      `${plural(outcome.done, "passage or whole response was", "passages and whole responses were")} tagged.`,
      ...left,
      ...tellPassedOver(plan).map((line) => `${line}.`),
    ];
  return state === "undone"
    ? [
        `${plural(outcome.done, "of them was", "of them were")} taken back. Tags that came with them are retired, but for those that something else is tagged with.`,
        ...left,
      ]
    : [];
}

/** What found no place, with its words. */
export function describeUnplaced(line: {
  number: number;
  source: string;
  reason: string | null;
  words: string;
  coder: string;
}) {
  return {
    number: line.number,
    source: line.source,
    reason: told(line.reason),
    words: line.words,
    coder: line.coder,
  };
}

/** Who is told to have tagged a passage. */
export function tellTagger(passage: {
  taggedBy: string;
  broughtFrom: string | null;
  coder: string | null;
}): string {
  if (passage.broughtFrom === null) return passage.taggedBy;
  const coder = passage.coder ? `, coded there by ${passage.coder}` : "";
  return `Brought in by ${passage.taggedBy} from ${passage.broughtFrom}${coder}`;
}
