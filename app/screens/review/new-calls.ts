import {
  type CallFileFault,
  callFileVersion,
  maxCallFileBytes,
} from "#app/domain/calls/call-file/call-file.ts";
import {
  type CallDefinition,
  pageHeading,
} from "#app/domain/calls/definition.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  maxCallTitleCharacters,
  maxSlugCharacters,
  type NewCallProblem,
  type StartingPoint,
  startingPoints,
} from "#app/domain/calls/new-calls.ts";
import { reachOfPages } from "#app/domain/calls/reachability.ts";
import { nameLanguages } from "./calls.ts";
import { plural } from "./counted.ts";
import { describeDefinitionProblem } from "./definition-words.ts";
import { describeReach } from "./reach-words.ts";
import { startingPointDefinition } from "./starting-points/starting-points.ts";

/** What is said beside a field of the forms that begin a call. */
export const newCallProblems: Record<NewCallProblem, string> = {
  "start-missing": "Choose what the call begins with",
  "call-title-missing": "Enter what the call is called",
  "call-title-too-long": `The name must be ${maxCallTitleCharacters} characters or less`,
  "slug-missing":
    "Enter the end of the call’s web address, such as call-for-advice",
  "slug-too-long": `The end of the web address must be ${maxSlugCharacters} characters or less`,
  "slug-shape":
    "The end of the web address has small letters, digits and single dashes only, such as call-for-advice. It cannot be “new”",
  "call-file-missing": "Choose a file, or paste its text",
};

export const slugHint =
  "Left empty, it is made of the name, such as call-for-advice. Small letters, digits and dashes. It cannot be changed later.";

export const slugTaken =
  "Another call has this web address. Choose another end for it";

export const callBegun = {
  kind: "success" as const,
  text: "The call is made. Nobody outside the team sees it until it is opened.",
};

const notes: Record<StartingPoint, string> = {
  "call-for-advice":
    "How a review should be run, from anyone, before it begins.",
  "call-for-evidence":
    "Studies, evaluations and data, with a list of papers and files.",
  "expression-of-interest":
    "Applications to take part, read without names by those who choose.",
  "feedback-on-a-paper": "What people think of something that was published.",
  "call-for-ideas": "One idea from each answer, in five minutes.",
  "offer-to-host":
    "Offers to bring people together and tell the review what they said.",
};

/** What a call can begin with, and how much each asks. */
export function listStartChoices() {
  return startingPoints.map((value) => {
    const { title, pages } = startingPointDefinition(value);
    return {
      value,
      label: title.en,
      hint: `${notes[value]} ${plural(pages.length, "page", "pages")}.`,
    };
  });
}

export const callFileTooBig = `The file must be smaller than ${maxCallFileBytes / 1_000_000} MB`;
export const callFileNotUtf8 =
  "The file is not written in UTF-8, as a file of a call is. Save it anew with that encoding";

/** Why a file is no call that can be taken in, in one sentence or several. */
export function describeCallFileFault(fault: CallFileFault): string[] {
  switch (fault.reason) {
    case "too-big":
      return [callFileTooBig];
    case "too-deep":
      return [
        "The file’s lists stand in each other more deeply than those of any call. It was not read",
      ];
    case "not-a-call":
      return [
        "This is not a call that was taken out of Heard: it does not say “format”: “heard-call” and a version",
      ];
    case "not-json":
      return [
        fault.line === undefined
          ? "The file breaks off: its end is missing"
          : `The file cannot be read from line ${fault.line} on: a comma, a quote or a bracket is missing or too many`,
      ];
    case "newer":
      return [
        `The file was written by a newer Heard (version ${fault.version} of the format; this one reads version ${callFileVersion}). Take it in there, or ask for this Heard to be updated`,
      ];
    case "unknown-names":
      return fault.at.map(
        (way) =>
          `No part of a call is called “${way}”. Correct the name, or leave the part out`,
      );
    case "problems":
      return fault.problems.slice(0, mostTold).map(describeDefinitionProblem);
  }
}

const mostTold = 50;

/** Beside the box; several faults stand in a list of their own below it. */
export function tellCallFileFaults(faults: string[]): string {
  const [only = "", another] = faults;
  return another === undefined
    ? only
    : `${faults.length} things in this file stand against it. They are listed below the box`;
}

/**
 * What a file would make, before it does.
 *
 * @param isAsWritten undefined where the file does not say as what it was written
 */
export function describeIncoming(
  { slug, definition }: { slug: string; definition: CallDefinition },
  isAsWritten: boolean | undefined,
): {
  facts: string[];
  pages: { heading: string; questions: string[] }[];
} {
  const { pages } = definition;
  const count = pages.reduce((sum, { questions }) => sum + questions.length, 0);
  const { problems, remarks } = describeReach(reachOfPages(definition));
  return {
    facts: [
      `It is called “${definition.title.en}”, in ${nameLanguages(definition)}.`,
      `It has ${plural(pages.length, "page", "pages")} with ${plural(count, "question", "questions")}.`,
      `Its web address ends in “${slug}”.`,
      "Nobody outside the team sees it until it is opened.",
      ...(isAsWritten === false
        ? ["The file was changed since it was taken out of Heard."]
        : []),
      ...[...problems, ...remarks].map((remark) => `${remark}.`),
    ],
    pages: pages.map((page) => ({
      heading: pageHeading(page, "en"),
      questions: page.questions.map(({ label }) => inLanguage(label, "en")),
    })),
  };
}
