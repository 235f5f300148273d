import { editorAddress } from "#app/authoring-addresses.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { linesOfSettings } from "./call-wording.ts";
import { plural } from "./counted.ts";

/** What is set of a call beside its pages, each with what stands there now. */
export function listCallSettings(callSlug: string, copy: WorkingCopy) {
  const { care, attachments, navigation } = copy.about.body;
  const advice = linesOfSettings(callSlug, copy);
  const { maxFiles, maxFileMegabytes } = attachments;
  return [
    {
      href: editorAddress(callSlug, "about"),
      label: "Change the title and what the call says of itself",
      note: "Its title, what it is for, and how long it takes.",
      advice: advice.about,
    },
    {
      href: editorAddress(callSlug, "care"),
      label: "Help for people to whom answering may do harm",
      note: noteOfCare(care),
      advice: advice.care,
    },
    {
      href: editorAddress(callSlug, "sections"),
      label: "Sections and the order of answering",
      note: noteOfOrder(navigation, copy.sections.length),
      advice: advice.sections,
    },
    {
      href: editorAddress(callSlug, "files"),
      label: "How many files, and how large",
      note: `${plural(maxFiles, "file", "files")} of up to ${maxFileMegabytes} MB each.`,
    },
    {
      href: editorAddress(callSlug, "equality"),
      label: "Questions about the person, after sending",
      note: copy.equality
        ? `${plural(copy.equality.body.questions.length, "question", "questions")}, kept apart from the answers.`
        : "Nothing is asked about the person.",
    },
  ];
}

function noteOfOrder(
  navigation: WorkingCopy["about"]["body"]["navigation"],
  sections: number,
): string {
  if (navigation === "pages") return "One page after another.";
  return `A task list of ${plural(sections, "section", "sections")}.`;
}

function noteOfCare(care: WorkingCopy["about"]["body"]["care"]): string {
  if (!care) return "No help lines and no way off its pages.";
  const { helpLines, exitTo } = care;
  const count = plural(helpLines.length, "help line", "help lines");
  return `${count}. ${exitTo ? "There is a way off every page." : "No way off its pages."}`;
}
