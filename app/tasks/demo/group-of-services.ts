import { type CallPage } from "#app/domain/calls/definition.ts";
import { questionSchema } from "#app/domain/calls/question-types/question-types.ts";

/** What the demo's call for evidence asks again for each service that somebody knows. */
export const pageOfServices: CallPage = {
  id: "services",
  questions: [
    questionSchema.parse({
      id: "services",
      type: "group",
      label: { en: "Which services have you worked with?" },
      hint: { en: "Tell us about each of them by itself." },
      itemName: { en: "Service" },
      max: 6,
      questions: [
        {
          id: "service-kind",
          type: "radios",
          label: { en: "What kind of service was it?" },
          required: true,
          missingMessage: { en: "Select what kind of service it was" },
          choices: [
            { value: "council", label: { en: "A council’s own service" } },
            {
              value: "charity",
              label: { en: "A charity or a social enterprise" },
            },
            { value: "company", label: { en: "A company" } },
          ],
        },
        {
          id: "service-since",
          type: "date",
          label: { en: "Since when have you worked with it?" },
          precision: "year",
        },
        {
          id: "service-worked",
          type: "long-text",
          label: { en: "What worked well there, and what did not?" },
          maxCharacters: 20_000,
          publishable: true,
        },
      ],
    }),
  ],
};
