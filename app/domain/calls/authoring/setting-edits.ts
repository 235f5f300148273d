import { inEnglish, losesWelsh } from "./english.ts";
import { moveOne } from "./move-one.ts";
import type { CareForm, FilesForm } from "./setting-forms.ts";
import { maxHelpLines } from "./setting-forms.ts";
import { seenOf, type WorkingAbout, type WorkingCopy } from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

type Care = NonNullable<WorkingAbout["care"]>;
type HelpLine = Care["helpLines"][number];

/** Another care for people to whom answering may do harm; none, where all of the form is empty. */
export function changeCare(
  copy: WorkingCopy,
  form: CareForm,
): Edit<
  | "changed-meanwhile"
  | "drops-welsh"
  | "danger-missing"
  | "help-line-half"
  | "help-lines-many"
> {
  if (seenOf(copy, copy.about) !== form.seen)
    return { refused: "changed-meanwhile" };
  const { care } = copy.about.body;
  const { danger, exitTo } = form;
  const helpLines = helpLinesOf(form, care?.helpLines ?? []);
  if (!helpLines) return { refused: "help-line-half" };
  if (helpLines.length > maxHelpLines) return { refused: "help-lines-many" };
  const words = inEnglish(care?.danger, danger);
  if (!words && (helpLines.length > 0 || exitTo !== undefined))
    return { refused: "danger-missing" };
  if (losesWelsh(form, { words: care?.danger, en: danger }))
    return { refused: "drops-welsh" };
  const after = words && { ...care, danger: words, helpLines, exitTo };
  return {
    after: withAbout(copy, { care: after }),
    did: { what: "care" },
  };
}

/** Undefined where one says who can help and not how they are reached, or the other way round. */
function helpLinesOf(
  { who, reached, phone, address, move }: CareForm,
  before: readonly HelpLine[],
): HelpLine[] | undefined {
  const typed = who.map((name, index) => ({
    ...{ old: before[index], name, how: reached[index] ?? "" },
    ...{ phone: phone[index], address: address[index] },
  }));
  const lines: { box: string; line: HelpLine }[] = [];
  for (const [index, { old, name, how, ...at }] of typed.entries()) {
    const isEmpty = name === "" && how === "" && !at.phone && !at.address;
    if (isEmpty) continue;
    const whoHelps = inEnglish(old?.who, name);
    const howReached = inEnglish(old?.reached, how);
    if (!whoHelps || !howReached) return undefined;
    const line = { ...old, who: whoHelps, reached: howReached, ...at };
    lines.push({ box: String(index), line });
  }
  return moveOne(lines, move, ({ box }) => box).map(({ line }) => line);
}

/**
 * How many files somebody may send, and how large.
 *
 * @param form.mostMegabytes what this server takes at all
 */
export function changeFiles(
  copy: WorkingCopy,
  form: FilesForm & { mostMegabytes: number },
): Edit<"changed-meanwhile" | "files-too-large"> {
  if (seenOf(copy, copy.about) !== form.seen)
    return { refused: "changed-meanwhile" };
  const { maxFiles, maxFileMegabytes, mostMegabytes } = form;
  if (maxFileMegabytes > mostMegabytes) return { refused: "files-too-large" };
  return {
    after: withAbout(copy, { attachments: { maxFiles, maxFileMegabytes } }),
    did: { what: "files" },
  };
}

/** The copy with other settings of the call; what is undefined is taken away. */
export function withAbout(
  copy: WorkingCopy,
  settings: Partial<WorkingAbout>,
): WorkingCopy {
  const body = { ...copy.about.body, ...settings };
  return { ...copy, about: { ...copy.about, body } };
}
