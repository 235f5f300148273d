import type { Material } from "../material.server.ts";
import type { Released } from "../release.server.ts";
import { selectTagNames } from "../../tagging/tags.server.ts";

/** What a table says of each response before its answers. */
const facts: [heading: string, cell: (response: Released) => string][] = [
  ["reference", ({ reference }) => reference],
  ["received", ({ receivedAt }) => receivedAt],
  ["channel", ({ channel }) => channel],
  ["language", ({ language }) => language],
  ["state", ({ state }) => state],
  ["words", ({ wordCount }) => String(wordCount)],
  ["who_speaks", ({ speaker }) => speaker ?? ""],
  ["may_be_quoted", ({ consent }) => consent],
];

/** A table with a line for each response: what is known of it, its tags, and an answer in each column. */
export async function tableOf({ db, questions }: Material) {
  const tagNames = await selectTagNames(db);
  const ids = questions.map(({ questionId }) => questionId);
  const known = new Set(ids);
  return {
    headings: [
      ...facts.map(([heading]) => heading),
      "tags",
      ...questions.map(({ label }) => label),
      "further_answers",
    ],
    cellsOf(response: Released): string[] {
      const answers = new Map(
        response.answers.map(({ questionId, text }) => [questionId, text]),
      );
      const further = response.answers
        .filter(({ questionId }) => !known.has(questionId))
        .map(({ questionId, text }) => `${questionId}: ${text}`);
      return [
        ...facts.map(([, cell]) => cell(response)),
        tagNamesOf(response, tagNames).join("; "),
        ...ids.map((id) => answers.get(id) ?? ""),
        further.join("\n"),
      ];
    },
  };
}

/** Of the whole response and of its passages, each once. */
export function tagNamesOf(
  { tags, passages }: Pick<Released, "tags" | "passages">,
  names: Map<number, string>,
): string[] {
  const ids = new Set([...tags, ...passages].map(({ tagId }) => tagId));
  return [...ids].flatMap((id) => names.get(id) ?? []).sort();
}
