import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";

const yesNo = (yes: string, no: string) => [
  { value: "yes", label: { en: yes } },
  { value: "no", label: { en: no } },
];

export const callForAdvice: CallDefinition = callDefinitionSchema.parse({
  title: { en: "Call for Advice" },
  summary: {
    en: "Tell us how this review should be run, what it should look at first, and who it must not forget.",
  },
  purpose: {
    en: `The Steady Ground Review has been asked how every child in care, or close to it, can grow up safe, loved and with people they can count on.

Before we decide how to do that, we want advice from people who know. We want to hear:

- what the review should look at first
- how we should listen to children, young people and families
- what earlier reviews got wrong

You do not need to answer every question.`,
  },
  whoMayAnswer: {
    en: `Anyone. You may have been in care, be a parent, a carer or a relative, work with children, or have something else to tell us.

You can answer for yourself or for an organisation. If you are under 16, you can answer by yourself; it may help to talk to an adult you trust first.`,
  },
  howAnswersAreUsed: {
    en: `The review team reads every answer. We use what we learn to plan the review, and we publish what we heard in summary.

Answers are anonymous unless you say who you are. If you give an email address, it is kept apart from your answers. We quote from an answer only if its author agrees, and never with a name.`,
  },
  beforeYouStart: {
    en: `You can stop and come back.

Have any documents ready that you want us to read.`,
  },
  whatHappensNext: {
    en: `Someone in the review team will read your answer in the next few weeks. We will publish what we heard in the spring.

Keep your receipt code. With it you can ask us what became of your answer.`,
  },
  sendLabel: { en: "Send your advice" },
  audience: { en: "For anyone" },
  minutes: 15,
  care: {
    danger: { en: "If someone is in danger now, phone 999." },
    helpLines: [
      {
        who: { en: "Childline, for anyone under 19" },
        phone: "0800 1111",
        address: "https://www.childline.org.uk",
        reached: { en: "free, at any time" },
      },
      {
        who: { en: "Samaritans, for anyone" },
        phone: "116 123",
        address: "https://www.samaritans.org",
        reached: { en: "free, at any time" },
      },
      {
        who: { en: "National Domestic Abuse Helpline" },
        phone: "0808 2000 247",
        address: "https://www.nationaldahelpline.org.uk",
        reached: { en: "free, at any time" },
      },
    ],
    exitTo: "https://www.bbc.co.uk/weather",
  },
  pages: [
    {
      id: "about-you",
      questions: [
        {
          id: "respondent-kind",
          type: "radios",
          meaning: "respondent-kind",
          shownInQueue: true,
          label: { en: "Which of these describes you best?" },
          hint: {
            en: "If more than one does, choose the one you want to answer as.",
          },
          required: true,
          missingMessage: { en: "Select which of these describes you best" },
          publishable: true,
          choices: [
            {
              value: "care-experienced",
              label: { en: "I am or have been in care" },
            },
            {
              value: "parent",
              label: { en: "A parent who has had a social worker" },
            },
            {
              value: "kinship-carer",
              label: { en: "A relative or friend raising a child" },
            },
            {
              value: "foster-carer",
              label: { en: "A foster carer or adoptive parent" },
            },
            {
              value: "practitioner",
              label: { en: "Someone who works with children or families" },
            },
            {
              value: "organisation",
              label: { en: "Answering for an organisation" },
            },
            { value: "other", label: { en: "Someone else" } },
          ],
        },
      ],
    },
    {
      id: "what-first",
      questions: [
        {
          id: "what-first",
          type: "long-text",
          label: { en: "What should the review look at first, and why?" },
          hint: {
            en: "Write as much or as little as you like. Leave out names of children and of other people.",
          },
          required: true,
          missingMessage: { en: "Enter what the review should look at first" },
          publishable: true,
        },
      ],
    },
    {
      id: "how-to-listen",
      questions: [
        {
          id: "how-to-listen",
          type: "long-text",
          label: {
            en: "How should we listen to children, young people and families?",
          },
          hint: { en: "For example where, when, and who should be asking." },
          publishable: true,
        },
      ],
    },
    {
      id: "not-again",
      questions: [
        {
          id: "not-again",
          type: "long-text",
          label: { en: "What should this review not do again?" },
          hint: {
            en: "Think of other reviews, inquiries or surveys you have seen.",
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
          label: { en: "Is there a document you want us to read?" },
        },
      ],
    },
    {
      id: "quoting",
      questions: [
        {
          id: "may-quote",
          type: "radios",
          meaning: "consent-to-quote",
          label: {
            en: "May we quote from your answer when we publish what we heard?",
          },
          hint: {
            en: "Never with your name, and you can change your mind until we publish.",
          },
          required: true,
          missingMessage: { en: "Select yes if we may quote from your answer" },
          choices: yesNo(
            "Yes, you may quote from it",
            "No, read it but do not quote from it",
          ),
        },
      ],
    },
    {
      id: "contact",
      questions: [
        {
          id: "email",
          type: "email",
          label: { en: "What is your email address?" },
          hint: {
            en: "Only if the review may write to you about your answer. It is kept apart from what you wrote.",
          },
          identifying: true,
        },
      ],
    },
  ],
});
