import {
  callStepAddress,
  keptCallAddress,
  openingAddress,
} from "#app/call-addresses.ts";
import { editorAddress } from "#app/authoring-addresses.ts";
import { allPages } from "#app/domain/calls/asked-pages.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  inLanguage,
  type Language,
  languagesOf,
} from "#app/domain/calls/languages.ts";
import type {
  OpeningProposal,
  ProposedOpening,
} from "#app/domain/calls/openings.server.ts";
import { callOpening } from "#app/domain/calls/opening.ts";
import { formatTime } from "#app/words/public-en/times.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeQuestionList } from "../public/question-list.ts";
import { namesIn } from "./call-editor-names.ts";

type Names = ReadonlyMap<string, string>;

const nameOf = (staffId: string, names: Names) =>
  names.get(staffId) ?? "A colleague";

/** When it opens and closes, as whoever approves it reads it. */
function tellTimes({ opensAt, closesAt }: ProposedOpening): string[] {
  return [
    opensAt === null
      ? "It opens as soon as it is approved."
      : `It opens at ${formatTime(opensAt)}, UK time, by itself. Until then the public can read what it asks.`,
    closesAt === null
      ? "No closing is told yet."
      : `It closes at ${formatTime(closesAt)}, UK time, by itself. The public is told so from the beginning.`,
  ];
}

type Looking = {
  proposal: OpeningProposal;
  names: Names;
  /** Who looks. */
  staffId: string;
  /** Its working copy has changes that do not go with it. */
  hasUnpublished: boolean;
  now: Date;
};

/** A call that is asked to be opened, as the public will see it. */
export function describeOpening(call: Call, looking: Looking) {
  const { proposal, names, staffId, hasUnpublished, now } = looking;
  const { proposed } = proposal;
  const isOwn = proposed?.staffId === staffId;
  return {
    callTitle: call.definition.title.en,
    backHref: keptCallAddress(call.slug),
    againHref: callStepAddress(call.slug, "open"),
    isOwn,
    seal: proposed?.seal,
    asked:
      proposed &&
      `${isOwn ? "You" : nameOf(proposed.staffId, names)} asked for this on ${formatMoment(proposed.at)}.`,
    times: proposed ? tellTimes(proposed) : [],
    says: proposed && tellPage(proposed, now),
    returned: tellReturned(proposal, names),
    unpublishedHref: hasUnpublished
      ? editorAddress(call.slug, "publish")
      : undefined,
    sights: proposed ? describeSights(call) : [],
  };
}

function describeSights(call: Call) {
  const { alsoIn = [] } = call.definition;
  return languagesOf({ alsoIn }).map((one) => describeSight(call, one));
}

/** What the call's page says of when it can be answered, once it is approved. */
function tellPage({ opensAt, closesAt }: ProposedOpening, now: Date): string {
  const opening = callOpening({ state: "open", opensAt, closesAt }, now);
  return opening ? wordsIn("en").call.opening(opening) : "";
}

function tellReturned({ returned }: OpeningProposal, names: Names) {
  return (
    returned && {
      words: `${nameOf(returned.staffId, names)} sent it back on ${formatMoment(returned.at)}:`,
      note: returned.note,
    }
  );
}

const languageHeadings: Record<Language, string> = {
  en: "As the public will see it",
  cy: "The same in Welsh",
};

/** What the public reads of a call and is asked, in one language, with who is asked each page. */
function describeSight(call: Call, language: Language) {
  const { definition, definitionId } = call;
  const { headings, beforeYouStart } = wordsIn(language).call;
  const shown = namesIn(toWorkingCopy(definitionId, definition));
  const { callTitle, pages, equality } = describeQuestionList(call, language);
  const rules = new Map(
    allPages(definition).map(({ id, showIf }) => [id, showIf]),
  );
  const part = (heading: string, text: Parameters<typeof inLanguage>[0]) => ({
    ...{ heading, text: inLanguage(text, language) },
  });
  const withRules = pages.map((page) => {
    const rule = rules.get(page.id);
    return rule
      ? { ...page, condition: `Shown if ${shown.shownIf(rule)}.` }
      : page;
  });
  return {
    ...{ language, heading: languageHeadings[language], title: callTitle },
    summary: inLanguage(definition.summary, language),
    parts: [
      part(headings.purpose, definition.purpose),
      part(headings.who, definition.whoMayAnswer),
      part(headings.use, definition.howAnswersAreUsed),
      part(beforeYouStart, definition.beforeYouStart),
    ],
    pages: equality ? [...withRules, equality] : withRules,
  };
}

/** On a call's page: that its opening waits for somebody, or was sent back; undefined where it is neither. */
export function tellOpening(
  { slug }: Pick<Call, "slug">,
  { proposed, returned }: OpeningProposal,
  names: Names,
): { words: string; href: string; link: string } | undefined {
  const href = openingAddress(slug);
  if (proposed)
    return {
      words: `${nameOf(proposed.staffId, names)} asked on ${formatMoment(proposed.at)} that it be opened. It waits for a colleague.`,
      ...{ href, link: "Look at the call as the public will see it" },
    };
  return (
    returned && {
      words: `${nameOf(returned.staffId, names)} sent its opening back on ${formatMoment(returned.at)}.`,
      ...{ href, link: "Read why" },
    }
  );
}

/** What is said once it is decided, and why it is not. */
export const openingWords = {
  approve: "It is approved. What the public sees now stands below.",
  return: "It is sent back with your note.",
  "take-back": "It is taken back: nobody is asked to approve it any more.",
  refusals: {
    "not-proposed":
      "It is not asked for as it stands: somebody decided it, took it back, or changed its words or times. Nothing was done.",
    "changed-meanwhile":
      "It was asked for anew while you looked at it, so nothing was done. Look again.",
    "own-proposal":
      "You asked for this, so a colleague has to approve it. Nothing was done.",
    "time-passed":
      "The time at which it was to open or to close has come, so nothing was done. Send it back, or ask for it with another time.",
  },
} as const;

/** What is said beside a field of its form. */
export const openingProblems = {
  "note-missing": "Write what should be changed before it opens",
  "text-too-long": "This must be 20,000 characters or less",
};
