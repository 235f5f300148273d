import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";

/** The question that is asked again: up to three placements, two at least. */
export const placements = {
  id: "placements",
  type: "group",
  label: { en: "Where have you lived?" },
  itemName: { en: "Placement" },
  min: 2,
  max: 3,
  questions: [
    {
      ...{ id: "kind", type: "short-text", required: true },
      label: { en: "What kind of place was it?" },
      missingMessage: { en: "Enter what kind of place it was" },
    },
    { id: "how", type: "long-text", label: { en: "How was it?" } },
  ],
};

const text = (id: string) => ({
  id,
  questions: [{ id, type: "short-text", label: { en: `About ${id}` } }],
});

/** A page before, the group, and a page after that is shown only where there is an item. */
export const formWithGroup = callDefinitionSchema.parse({
  ...callForAdvice,
  conditions: [
    { id: "any", rule: { question: "placements", operator: "answered" } },
  ],
  pages: [
    text("before"),
    { id: "placements", questions: [placements] },
    { ...text("after"), showIf: "any" },
  ],
});
