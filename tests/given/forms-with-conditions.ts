import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";

const choice = (value: string) => ({ value, label: { en: value } });

/** Who answers decides whether the organisation is asked for, and its name whether its file is. */
export const formWithConditions: CallDefinition = callDefinitionSchema.parse({
  ...callForAdvice,
  conditions: [
    {
      id: "for-organisation",
      rule: { question: "who", operator: "is", value: "organisation" },
    },
    {
      id: "named-organisation",
      rule: {
        all: [
          { condition: "for-organisation" },
          { question: "organisation", operator: "answered" },
        ],
      },
    },
  ],
  pages: [
    {
      id: "who",
      questions: [
        {
          id: "who",
          type: "radios",
          label: { en: "Who answers?" },
          required: true,
          choices: [choice("self"), choice("organisation")],
        },
      ],
    },
    {
      id: "organisation",
      showIf: "for-organisation",
      questions: [
        {
          id: "organisation",
          type: "short-text",
          label: { en: "What is it called?" },
          required: true,
        },
      ],
    },
    {
      id: "file",
      showIf: "named-organisation",
      questions: [
        { id: "file", type: "file-upload", label: { en: "Its report" } },
      ],
    },
    {
      id: "story",
      questions: [
        { id: "story", type: "long-text", label: { en: "Your story" } },
      ],
    },
  ],
});
