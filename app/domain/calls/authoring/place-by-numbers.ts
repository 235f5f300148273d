/**
 * The order that numbers typed beside a list ask for. What got another number
 * than its place comes to that place, the first of several that ask for one
 * before the others, and what kept its number fills the places that are left.
 *
 * @param items in today's order, the first at place 1
 */
export function placeByNumbers<Item>(
  items: readonly Item[],
  numbers: readonly number[],
): Item[] {
  const placed = items.map((item, index) => ({
    item,
    asked: numbers[index] ?? index + 1,
    isMoved: numbers[index] !== undefined && numbers[index] !== index + 1,
  }));
  const rest = placed.filter(({ isMoved }) => !isMoved);
  const moved = placed
    .filter(({ isMoved }) => isMoved)
    .sort((one, other) => one.asked - other.asked);
  const ordered: Item[] = [];
  for (const { item, asked } of moved) {
    const before = rest.splice(0, Math.max(0, asked - 1 - ordered.length));
    ordered.push(...before.map((one) => one.item), item);
  }
  return [...ordered, ...rest.map(({ item }) => item)];
}
