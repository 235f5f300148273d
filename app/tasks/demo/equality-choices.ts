import type { TakenChoice } from "#app/domain/calls/equality.ts";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";

/** What the demo's people choose, by how many have sent before; every seventh would rather say nothing. */
export function choicesOfDemo(before: number): TakenChoice[] {
  if (before % 7 === 6) return [];
  const first = equalityQuestions.questions.filter(({ under }) => !under);
  return first.map(({ id, choices }) => ({
    questionId: id,
    value: choices[before % Math.min(choices.length, 3)]?.value ?? "",
  }));
}
