/** Rows of several responses, each response's together and in their order. */
export function groupByResponse<Item extends { responseId: number }>(
  items: readonly Item[],
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(item.responseId);
    if (group) group.push(item);
    else groups.set(item.responseId, [item]);
  }
  return groups;
}
