/** More than these are not sent along with a response: 5,000 weigh more than all that is read. */
export const mostTagsSent = 300;
/** Of so many that only some are sent, those that come first in the codebook. */
const firstTags = 60;

type Sent = { tagId: number; name: string; definition: string; depth: number };

/**
 * The tags that a page offers beside a response. Of a codebook that is too large to
 * be sent each time, those that stand on it or were ticked, those used last, and the
 * first; the others are found by a few letters of their names.
 *
 * @param tags all in use, as they are arranged.
 * @param keptIds what must be among them, whatever their number.
 * @returns `total` where there are more.
 */
export function offerTags(
  tags: readonly Sent[],
  keptIds: Iterable<number>,
): { tags: Sent[]; total: number | undefined } {
  const toSend = ({ tagId, name, definition, depth }: Sent) => ({
    ...{ tagId, name, definition, depth },
  });
  if (tags.length <= mostTagsSent)
    return { tags: tags.map(toSend), total: undefined };
  const kept = new Set(keptIds);
  const some = tags.filter(
    ({ tagId }, index) => index < firstTags || kept.has(tagId),
  );
  return { tags: some.map(toSend), total: tags.length };
}
