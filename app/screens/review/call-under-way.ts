import { questionsChanged } from "#app/domain/calls/authoring/changes.ts";
import type { Proposal } from "#app/domain/calls/authoring/proposals.server.ts";
import { languagesOf } from "#app/domain/calls/languages.ts";
import type { Edited } from "./edited-call.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import type { UnderWayOnVersion } from "#app/domain/drafts/under-way.server.ts";
import { tellUnderWay } from "./calls.ts";
import { plural } from "./counted.ts";

const list = new Intl.ListFormat("en-GB");

type Becoming = {
  /** Who has begun to answer and not sent, by version. */
  underWay: UnderWayOnVersion[];
  names: EditorNames;
  proposal: Pick<Proposal, "asksAgain">;
};

/** What becomes of people who have begun, once what changes is published: a line for each version that they are on. */
export function tellWhatBecomes({
  underWay,
  names,
  proposal: { asksAgain },
}: Becoming): string[] {
  const total = underWay.reduce((sum, { count }) => sum + count, 0);
  const asked =
    asksAgain && list.format(asksAgain.questions.map(names.question));
  return [
    tellUnderWay(total),
    ...underWay.map((one) => `${tellOn(one)} ${tellAfter(one, asked)}`),
    ...(asksAgain
      ? [
          "Nothing they wrote is lost; what is not asked any more is shown to them as not sent.",
          `They are told why: “${asksAgain.reason.en}”`,
          "Whoever is on the very last page when it is published is told before anything is sent.",
        ]
      : []),
  ];
}

const tellOn = ({ version, isCurrent, count }: UnderWayOnVersion) =>
  `${plural(count, "person is", "people are")} on version ${version}${isCurrent ? ", which the public sees now" : ""}.`;

/** @param asked the questions that this change asks again, in words. */
function tellAfter(
  { version, askedAgainBy }: UnderWayOnVersion,
  asked: string | undefined,
): string {
  const already =
    askedAgainBy.length > 0
      ? `what ${askedAgainBy.map((one) => `version ${one}`).join(" and ")} changed`
      : undefined;
  const again = [already, asked].filter((one) => one !== undefined);
  if (again.length === 0)
    return `They finish on version ${version} and are asked nothing new.`;
  return `Whoever of them is asked ${again.join(", or ")} is told at their next page, once, that this has to be asked again, and goes on with the new version. The others finish on version ${version}.`;
}

/** How many are on each version, on the page of the call as it stands. */
export function tellUnderWayOn(underWay: UnderWayOnVersion[]): string[] {
  return underWay.map((one) => {
    if (one.isCurrent) return tellOn(one);
    return `${tellOn(one)} ${tellAfter(one, undefined)}`;
  });
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
