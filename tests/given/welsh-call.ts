import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";

const both = (en: string, cy: string) => ({ en, cy });

/** A short call in English and Welsh, of which a hint, a choice and what happens next are in English only. */
export const callInWelsh: CallDefinition = callDefinitionSchema.parse({
  title: both("Call about buses", "Galwad am fysiau"),
  alsoIn: ["cy"],
  summary: both("Tell us about buses.", "Dywedwch wrthym am fysiau."),
  purpose: both("We ask about buses.", "Rydym yn gofyn am fysiau."),
  whoMayAnswer: both("Anybody who rides.", "Unrhyw un sy’n teithio."),
  howAnswersAreUsed: both("We read them.", "Rydym yn eu darllen."),
  beforeYouStart: both(
    "Have your ticket ready.",
    "Cadwch eich tocyn wrth law.",
  ),
  whatHappensNext: { en: "We write down what we heard." },
  sendLabel: both("Send your answer", "Anfon eich ateb"),
  audience: both("For anyone", "I bawb"),
  minutes: 2,
  care: {
    danger: both(
      "If someone is in danger now, phone 999.",
      "Os yw rhywun mewn perygl nawr, ffoniwch 999.",
    ),
    exitTo: "https://www.bbc.co.uk/weather",
  },
  pages: [
    {
      id: "rider",
      questions: [
        {
          id: "often",
          type: "radios",
          required: true,
          label: both(
            "How often do you ride?",
            "Pa mor aml rydych yn teithio?",
          ),
          hint: { en: "In a usual week." },
          choices: [
            { value: "daily", label: both("Every day", "Bob dydd") },
            { value: "seldom", label: { en: "Hardly ever" } },
          ],
        },
      ],
    },
    {
      id: "story",
      questions: [
        {
          id: "words",
          type: "long-text",
          required: true,
          maxCharacters: 500,
          label: both("What should change?", "Beth ddylai newid?"),
        },
      ],
    },
  ],
});
