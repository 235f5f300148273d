import type { ImportLine } from "./import-lines.ts";

/**
 * The groups of files that reach themselves again through their imports, types
 * included: none of a group can be read, moved or tested without the others.
 * Tarjan's strongly connected components, with a stack of its own.
 */
export function findImportCycles(lines: ImportLine[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of lines)
    targets.set(from, [...(targets.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];

  const visit = (file: string) => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!targets.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (open.includes(target))
        lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = open.splice(open.indexOf(file));
    const isCycle = group.length > 1 || targets.get(file)?.includes(file);
    if (isCycle) cycles.push(group.sort());
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
