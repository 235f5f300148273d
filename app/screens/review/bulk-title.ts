import type { BulkAction } from "#app/domain/bulk/bulk.ts";

/** Before it is done a page is not taken for one where it is. */
const standingTitles: Record<BulkAction["standing"], string> = {
  gathering: "Before it is done: ",
  previewed: "Before it is done: ",
  doing: "Being done: ",
  cancelled: "Stopped: ",
  done: "Done: ",
  undoing: "Being undone: ",
  undone: "Undone: ",
};

/** @param deed as the page's heading has it. */
export const titleOfBulk = (
  { standing }: Pick<BulkAction, "standing">,
  deed: string,
) => `${standingTitles[standing]}${deed}`;
