import { callDefinitionSchema } from "#app/domain/calls/definition.ts";

const prose = {
  en: "We ask everybody who knows something about this. We read every answer.\n\n- it takes ten minutes\n- you can stop and come back",
};

/** A call of three pages: a text, a choice, files. */
export const benchCall = callDefinitionSchema.parse({
  title: { en: "Call for Advice" },
  summary: { en: "Tell us what the review should look at, and how." },
  purpose: prose,
  whoMayAnswer: prose,
  howAnswersAreUsed: prose,
  beforeYouStart: prose,
  whatHappensNext: prose,
  sendLabel: { en: "Send your advice" },
  attachments: { maxFiles: 50, maxFileMegabytes: 100 },
  pages: [
    {
      id: "advice",
      questions: [
        {
          type: "long-text",
          id: "advice",
          label: { en: "What should the review look at?" },
          hint: { en: "Write as much as you like." },
          required: true,
          missingMessage: { en: "Enter what the review should look at" },
        },
      ],
    },
    {
      id: "who",
      questions: [
        {
          type: "radios",
          id: "who",
          label: { en: "Who are you answering as?" },
          choices: [
            { value: "myself", label: { en: "Myself" } },
            { value: "organisation", label: { en: "An organisation" } },
          ],
        },
      ],
    },
    {
      id: "files",
      questions: [
        {
          type: "file-upload",
          id: "files",
          label: { en: "Add files, if you have any" },
        },
      ],
    },
  ],
});
