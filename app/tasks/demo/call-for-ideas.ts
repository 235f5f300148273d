import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";

export const callForIdeas: CallDefinition = callDefinitionSchema.parse({
  title: { en: "Call for Ideas" },
  summary: {
    en: "People sent us ideas, large and small, for making care and family help better.",
  },
  purpose: {
    en: `We asked for ideas that could be tried: something one worker could do tomorrow, or something only a law could do.

Ideas did not have to be worked out. We asked what would change, and for whom.`,
  },
  whoMayAnswer: { en: "Anyone could send an idea, as often as they liked." },
  howAnswersAreUsed: {
    en: `Ideas are published, without names unless their author asked for the name to be shown. The review team has read each one.`,
  },
  beforeYouStart: { en: "Sending an idea took about 5 minutes." },
  whatHappensNext: {
    en: "We publish the ideas, grouped by what they are about, with what the review makes of them.",
  },
  sendLabel: { en: "Send your idea" },
  pages: [
    {
      id: "idea",
      questions: [
        {
          id: "idea",
          type: "long-text",
          label: { en: "What is your idea?" },
          required: true,
          missingMessage: { en: "Enter your idea" },
          publishable: true,
          maxCharacters: 10_000,
        },
      ],
    },
    {
      id: "who-for",
      questions: [
        {
          id: "who-for",
          type: "checkboxes",
          label: { en: "Who would it help?" },
          hint: { en: "Select all that apply." },
          publishable: true,
          choices: [
            { value: "children", label: { en: "Children in care" } },
            {
              value: "care-leavers",
              label: { en: "Young people leaving care" },
            },
            { value: "parents", label: { en: "Parents and families" } },
            {
              value: "carers",
              label: { en: "Foster, kinship and adoptive carers" },
            },
            {
              value: "workers",
              label: { en: "People who work with children" },
            },
          ],
        },
      ],
    },
    {
      id: "your-name",
      questions: [
        {
          id: "name",
          type: "short-text",
          label: {
            en: "If you want your name shown with your idea, what is it?",
          },
          autoComplete: "name",
          identifying: true,
        },
      ],
    },
  ],
});
