import { questionsChanged } from "#app/domain/calls/authoring/changes.ts";
import type { Proposal } from "#app/domain/calls/authoring/proposals.server.ts";
import { languagesOf } from "#app/domain/calls/languages.ts";
import type { Edited } from "./edited-call.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import { tellUnderWay } from "./calls.ts";

const list = new Intl.ListFormat("en-GB");

type Becoming = {
  /** How many people have begun to answer and not sent. */
  underWay: number;
  names: EditorNames;
  proposal: Pick<Proposal, "asksAgain">;
};

/** What becomes of people who have begun, once what changes is published: a line for each case. */
export function tellWhatBecomes({
  underWay,
  names,
  proposal: { asksAgain },
}: Becoming): string[] {
  const count = tellUnderWay(underWay);
  if (!asksAgain)
    return [
      count,
      "Whoever has begun finishes on the version they began with, and is not asked anything new.",
    ];
  const asked = list.format(asksAgain.questions.map(names.question));
  return [
    count,
    `Whoever is asked ${asked} is told at their next page, once, that this has to be asked again, and goes on with the new version. Nothing they wrote is lost; what is not asked any more is shown to them as not sent.`,
    `They are told why: “${asksAgain.reason.en}”`,
    "Whoever is not asked this finishes on the version they began with.",
    "Whoever is on the very last page when it is published is told before anything is sent.",
  ];
}

/** What people who have begun could be asked again: what is new or changed; undefined where nothing is. */
export function questionsToAskAgain({ copy, published }: Edited) {
  const names = namesIn(copy);
  const { alsoIn = [] } = copy.about.body;
  const choices = questionsChanged(published, copy).map((id) => ({
    ...{ value: id, label: names.question(id) },
  }));
  if (choices.length === 0) return undefined;
  return { choices, isInWelsh: languagesOf({ alsoIn }).includes("cy") };
}
