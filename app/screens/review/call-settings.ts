import { editorAddress } from "#app/authoring-addresses.ts";
import {
  emptyHelpLines,
  maxHelpLines,
} from "#app/domain/calls/authoring/setting-forms.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { isTranslated } from "#app/domain/calls/languages.ts";
import type { Edited } from "./edited-call.ts";

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
    isTranslated: words.some(isTranslated),
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
