import type { Db } from "#app/db/schema.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import { isWithdrawn } from "../responses/withdrawal.ts";
import { countOthersWithWords } from "./same-words.queries.server.ts";

/** How many others of its call say the same words; of what is frozen or taken back nothing is told by its like. */
export async function countSameWords(
  db: Db,
  { response, viewer }: { response: VisibleResponse; viewer: Viewer },
): Promise<number> {
  const { wordsKey, responseId } = response;
  if (wordsKey === null || response.isFlagged || isWithdrawn(response))
    return 0;
  return countOthersWithWords(db, viewer, { responseId, wordsKey });
}
