import { partsOf, type WorkingCopy } from "./working-copy.ts";

type Kept<Found> = { bodies: readonly unknown[]; found: Found };

/**
 * Finds something of a working copy once, until one of its parts reads
 * otherwise: one screen asks for it several times, and the next one again.
 * A part that stays is the same object (`readParts`), so that nothing is compared but objects.
 *
 * @param find looks at the bodies of the parts and at nothing else
 */
export function keepOfCopy<Found>(
  find: (copy: WorkingCopy) => Found,
): (copy: WorkingCopy) => Found {
  const kept = new WeakMap<object, Kept<Found>>();
  return (copy) => {
    const bodies = partsOf(copy).map(({ body }) => body);
    const known = kept.get(copy.about.body);
    if (known && isSame(known.bodies, bodies)) return known.found;
    const found = find(copy);
    kept.set(copy.about.body, { bodies, found });
    return found;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return (
    one.length === other.length && one.every((body, at) => body === other[at])
  );
}
