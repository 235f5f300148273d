import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";

/** A call that asks for a name and then for evidence. */
export function evidenceDefinition(
  question: Record<string, unknown> = {},
): CallDefinition {
  return callDefinitionSchema.parse({
    ...callForAdvice,
    conditions: [],
    pages: [
      {
        id: "who",
        questions: [{ id: "who", type: "short-text", label: { en: "Who?" } }],
      },
      {
        id: "evidence",
        questions: [
          {
            id: "evidence",
            type: "evidence-items",
            label: { en: "What evidence do you have?" },
            topics: [
              { value: "breaks", label: { en: "Do breaks help?" } },
              { value: "money", label: { en: "Does money help?" } },
            ],
            ...question,
          },
        ],
      },
    ],
  });
}

/** An item by the last digit of its id; a report with a title and nothing else. */
export function someItem(
  digit: number,
  csl: Partial<EvidenceItem["csl"]> = {},
  own: EvidenceItem["own"] = {},
): EvidenceItem {
  return {
    id: String(digit).padStart(16, "0"),
    csl: { type: "report", title: `Report ${digit}`, ...csl },
    own,
  };
}
