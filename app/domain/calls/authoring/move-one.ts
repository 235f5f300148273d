import { z } from "zod";

/** By one place in its list. */
export type Move = { key: string; way: "up" | "down" };

/** Which of a list's buttons was pressed; undefined where it was the one that saves the order. */
export const moveSchema = z
  .string()
  .regex(/^(up|down):[a-z0-9-]{1,40}$/)
  .transform((pressed): Move => {
    const [way = "", key = ""] = pressed.split(":");
    return { way: way === "up" ? "up" : "down", key };
  })
  .optional();

/** The list with one of its items a place further up or down; as it is where there is no such place. */
export function moveOne<Item>(
  items: readonly Item[],
  move: Move | undefined,
  keyOf: (item: Item) => string,
): Item[] {
  const at = items.findIndex((item) => keyOf(item) === move?.key);
  const to = at + (move?.way === "up" ? -1 : 1);
  const [one, other] = [items[at], items[to]];
  if (one === undefined || other === undefined) return [...items];
  return items.map((item, index) =>
    index === at ? other : index === to ? one : item,
  );
}
