import type { ProjectPlan } from "#app/domain/tagging/project/project.ts";
import { plural } from "./counted.ts";

/** What of a project has no place here, whether it was brought in or not. */
export function tellPassedOver({
  otherSourceCount,
  uncoded,
}: Pick<ProjectPlan, "otherSourceCount" | "uncoded">): string[] {
  const { stretches, memos } = uncoded ?? { stretches: 0, memos: 0 };
  const counted: [count: number, one: string, more: string][] = [
    [
      otherSourceCount,
      "picture, recording or PDF is",
      "pictures, recordings and PDFs are",
    ],
    [
      stretches,
      "annotation or memo on words without a code is",
      "annotations and memos on words without a code are",
    ],
    [memos, "memo on a whole text is", "memos on whole texts are"],
  ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, ...words]) => `${plural(count, ...words)} passed over`);
}
