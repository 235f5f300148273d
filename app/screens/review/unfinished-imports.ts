import { formatMoment } from "#app/words/review-en/times.ts";
import type { ImportCutOff } from "#app/domain/imports/unfinished-imports.server.ts";

/** What whoever oversees the work is told of an import that has not come to its end. */
export function describeUnfinishedImport({
  importId,
  callSlug,
  state,
  begunAt,
}: ImportCutOff): string {
  const begun = `Import ${importId} into “${callSlug}”, begun on ${formatMoment(begunAt)},`;
  const undo = `npm run import -- --undo ${importId}`;
  return state === "undoing"
    ? `${begun} is being taken back. If nobody is doing that now, it was cut off: give the command again (${undo}).`
    : `${begun} is not in whole, so none of it is shown. One that was uploaded is told under Imports, and goes on by itself. If nobody is importing now, one by the command was cut off: give the same command again, and it goes on where it stood, or take it back (${undo}).`;
}
