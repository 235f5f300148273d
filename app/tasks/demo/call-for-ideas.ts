import type { CallWords } from "#app/domain/calls/languages.ts";
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
  beforeYouStart: { en: "You could send as many ideas as you liked." },
  whatHappensNext: {
    en: "We publish the ideas, grouped by what they are about, with what the review makes of them.",
  },
  sendLabel: { en: "Send your idea" },
  audience: { en: "For anyone" },
  minutes: 5,
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

/** What the demo's review says came of it. */
export const outcomeOfIdeas: CallWords = {
  en: `We read every idea. Many asked for the same few things, and three of them are being tried now.

- One named worker who stays. Most people who wrote to us had met more workers than they could count. Two councils are trying a promise that nobody changes a child’s worker without telling the child why.
- Brothers and sisters. People asked for a right to see each other. We are asking the government for it in our first report.
- Help that does not stop at 18. Four councils keep a key worker until 25, and we will say in the spring what it changed.

Some ideas we did not take up. We could not find evidence that moving reviews out of school hours helps everybody: some young people told us that they would rather have them at school.`,
};
