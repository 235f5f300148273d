import { editorAddress } from "#app/authoring-addresses.ts";
import {
  emptyHelpLines,
  maxHelpLines,
} from "#app/domain/calls/authoring/setting-forms.ts";
import {
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import type { Edited } from "./call-editor.ts";
import { plural } from "./counted.ts";

/** What is set of a call beside its pages, each with what stands there now. */
export function listCallSettings(callSlug: string, copy: WorkingCopy) {
  const { care, attachments, navigation } = copy.about.body;
  const { maxFiles, maxFileMegabytes } = attachments;
  const helpLines = plural(
    care?.helpLines.length ?? 0,
    "help line",
    "help lines",
  );
  return [
    {
      href: editorAddress(callSlug, "about"),
      label: "Change the title and what the call says of itself",
      note: "Its title, what it is for, and how long it takes.",
    },
    {
      href: editorAddress(callSlug, "care"),
      label: "Help for people to whom answering may do harm",
      note: care
        ? `${helpLines}. ${care.exitTo ? "There is a way off every page." : "No way off its pages."}`
        : "No help lines and no way off its pages.",
    },
    {
      href: editorAddress(callSlug, "sections"),
      label: "Sections and the order of answering",
      note:
        navigation === "task-list"
          ? `A task list of ${plural(copy.sections.length, "section", "sections")}.`
          : "One page after another.",
    },
    {
      href: editorAddress(callSlug, "files"),
      label: "How many files, and how large",
      note: `${plural(maxFiles, "file", "files")} of up to ${maxFileMegabytes} MB each.`,
    },
  ];
}

/** The form for help lines and the way off. */
export function describeCareForm({ call, copy }: Edited) {
  const { care } = copy.about.body;
  const stored = (care?.helpLines ?? []).map((one) => ({
    ...{ who: one.who.en, reached: one.reached.en },
    ...{ phone: one.phone ?? "", address: one.address ?? "" },
  }));
  const room = Math.min(emptyHelpLines, maxHelpLines - stored.length);
  const empty = Array.from({ length: room }, () => ({
    ...{ who: "", reached: "", phone: "", address: "" },
  }));
  const words = [
    ...(care ? [care.danger] : []),
    ...(care?.helpLines.flatMap(({ who, reached }) => [who, reached]) ?? []),
  ];
  return {
    ...{ callTitle: call.definition.title.en },
    backHref: editorAddress(call.slug),
    seen: seenOf(copy, copy.about),
    danger: care?.danger.en ?? "",
    exitTo: care?.exitTo ?? "",
    helpLines: [...stored, ...empty],
    isTranslated: words.some(({ cy }) => cy !== undefined),
  };
}

/** The most that somebody can send: of the call, and of this server where that is less. */
export function describeFilesForm(
  { call, copy }: Edited,
  mostMegabytes: number,
) {
  const { maxFiles, maxFileMegabytes } = copy.about.body.attachments;
  return {
    ...{ callTitle: call.definition.title.en },
    backHref: editorAddress(call.slug),
    seen: seenOf(copy, copy.about),
    ...{ maxFiles: String(maxFiles) },
    ...{ maxFileMegabytes: String(maxFileMegabytes) },
    serverTakes: `This server takes files of up to ${mostMegabytes} MB. Whoever runs it can change that.`,
    isCut:
      maxFileMegabytes > mostMegabytes
        ? `The call says ${maxFileMegabytes} MB, and people are told ${mostMegabytes} MB.`
        : undefined,
  };
}
