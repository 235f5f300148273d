import { codebookAddress } from "#app/codebook-addresses.ts";
import { offerTags } from "#app/domain/tagging/offered-tags.ts";
import type { describeKeptWork } from "#app/domain/tagging/unsaved-work.ts";
import type { ReadingScreen } from "./response.ts";

/** The tags that a response's page offers, and where the others are where they are too many to be sent along. */
export function describeOffer(
  screen: Pick<ReadingScreen, "tags" | "responseTags" | "lastUsedIds">,
  kept: ReturnType<typeof describeKeptWork>,
) {
  const ticked = [kept?.tags?.tagIds, kept?.passage?.passageTagIds].flat();
  const { tags, total } = offerTags(screen.tags, [
    ...screen.responseTags.map(({ tagId }) => tagId),
    ...screen.lastUsedIds,
    ...ticked.map(Number),
  ]);
  const namesHref = codebookAddress("names.json");
  return { tags, moreTags: total === undefined ? total : { total, namesHref } };
}
