import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import {
  whatWeMayDoPage,
  whoAnswersConditions,
  whoAnswersPages,
} from "./pages-for-real-calls.ts";

/** What the review asks of evidence: of all that somebody sends, and of each piece. */
const reviewQuestions = [
  { value: "robust", label: { en: "Where evidence is robust" } },
  {
    value: "gaps",
    label: { en: "Where there are gaps or conflicting views" },
  },
  {
    value: "change",
    label: { en: "Where it supports a change in practice" },
  },
  { value: "overlooked", label: { en: "What has been overlooked" } },
];

export const callForEvidence: CallDefinition = callDefinitionSchema.parse({
  title: { en: "Call for Evidence" },
  summary: {
    en: "Send us research, evaluations and data on how children can grow up in loving, stable and safe families, or in care that gives them the same.",
  },
  purpose: {
    en: `The review has one big question: how can every child grow up in a loving, stable and safe family and, where that is not possible, in care that gives the same foundations?

We are looking for evidence that bears on it:

- where evidence is robust
- where there are gaps, or findings that conflict
- where it supports a change in practice
- what has been overlooked`,
  },
  whoMayAnswer: {
    en: `Anyone who has evidence. We expect most to come from researchers, and from services that have been evaluated.

Send one form for each piece of work, or one for several pieces that belong together.`,
  },
  howAnswersAreUsed: {
    en: `The review team reads what you send and records what kind of evidence it is. We may share it with the groups that advise the review. Names and email addresses are not shared with them.

We publish evidence only where you agree to it, with your name or without.`,
  },
  beforeYouStart: {
    en: `You will be asked:

- who you are, and in what role you answer
- which of the review's questions your evidence bears on
- what was found, how, and when it was published

Have any documents ready that you want us to read. Take out what could identify a child or a family first.`,
  },
  whatHappensNext: {
    en: `Two members of the review team will read your evidence within six weeks. If you gave an email address, we may write to ask for a detail.

Keep your receipt code. With it you can ask us what became of your evidence.`,
  },
  sendLabel: { en: "Send your evidence" },
  attachments: { maxFiles: 10, maxFileMegabytes: 50 },
  audience: { en: "For anyone, and researchers and services above all" },
  minutes: 20,
  conditions: whoAnswersConditions,
  pages: [
    {
      id: "about-you",
      title: { en: "About you" },
      intro: {
        en: "Your name and email address are kept apart from your evidence.",
      },
      questions: [
        {
          id: "name",
          type: "short-text",
          label: { en: "Full name" },
          autoComplete: "name",
          required: true,
          missingMessage: { en: "Enter your full name" },
          identifying: true,
        },
        {
          id: "email",
          type: "email",
          label: { en: "Email address" },
          hint: { en: "We only use it to ask about your evidence." },
          identifying: true,
        },
      ],
    },
    ...whoAnswersPages,
    {
      id: "role",
      questions: [
        {
          id: "role",
          type: "radios",
          meaning: "respondent-kind",
          shownInQueue: true,
          label: { en: "In what role are you sending evidence?" },
          required: true,
          missingMessage: {
            en: "Select the role in which you are sending evidence",
          },
          publishable: true,
          choices: [
            { value: "researcher", label: { en: "Researcher or evaluator" } },
            {
              value: "service",
              label: { en: "A service that has been evaluated" },
            },
            {
              value: "local-authority",
              label: { en: "Local authority or trust" },
            },
            { value: "charity", label: { en: "Charity or campaign" } },
            {
              value: "lived-experience",
              label: {
                en: "Someone with experience of care or of social work",
              },
            },
            { value: "other", label: { en: "Another role" } },
          ],
        },
      ],
    },
    {
      id: "questions-addressed",
      questions: [
        {
          id: "questions-addressed",
          type: "checkboxes",
          label: { en: "What does your evidence tell us about?" },
          hint: { en: "Select all that apply." },
          required: true,
          missingMessage: { en: "Select what your evidence tells us about" },
          publishable: true,
          choices: reviewQuestions,
        },
      ],
    },
    {
      id: "summary",
      questions: [
        {
          id: "summary",
          type: "long-text",
          label: { en: "What does the evidence show?" },
          hint: {
            en: "Say what was done, with whom, what was found, and how sure you are. You can paste an abstract.",
          },
          required: true,
          missingMessage: { en: "Enter what the evidence shows" },
          publishable: true,
        },
      ],
    },
    {
      id: "study",
      title: { en: "About the study" },
      questions: [
        {
          id: "design",
          type: "select",
          shownInQueue: true,
          label: { en: "Study design" },
          publishable: true,
          choices: [
            { value: "review", label: { en: "Systematic review" } },
            { value: "trial", label: { en: "Randomised controlled trial" } },
            {
              value: "quasi-experimental",
              label: { en: "Comparison group, not randomised" },
            },
            { value: "cohort", label: { en: "Cohort or administrative data" } },
            { value: "before-after", label: { en: "Before and after" } },
            { value: "qualitative", label: { en: "Qualitative study" } },
            {
              value: "practice",
              label: { en: "Practice example or case study" },
            },
            { value: "other", label: { en: "Another design" } },
          ],
        },
        {
          id: "strength",
          type: "radios",
          label: { en: "How strong do you judge this evidence to be?" },
          choices: [
            { value: "strong", label: { en: "Strong" } },
            { value: "moderate", label: { en: "Moderate" } },
            { value: "early", label: { en: "Early or small scale" } },
          ],
        },
        {
          id: "published-on",
          type: "date",
          precision: "year",
          earliest: "1900-01-01",
          latest: "today",
          label: { en: "When was it published?" },
          hint: {
            en: "For example, 27 3 2021, or 2021 alone. Leave this empty if it is not published yet.",
          },
          publishable: true,
        },
      ],
    },
    {
      id: "files",
      questions: [
        {
          id: "files",
          type: "file-upload",
          label: { en: "Add the papers, reports or data" },
        },
      ],
    },
    {
      id: "evidence",
      questions: [
        {
          id: "evidence",
          type: "evidence-items",
          label: { en: "Which papers, reports or evaluations should we read?" },
          hint: {
            en: "Your own evaluation counts as much as a published paper.",
          },
          publishable: true,
          topics: reviewQuestions,
        },
      ],
    },
    whatWeMayDoPage,
  ],
});
