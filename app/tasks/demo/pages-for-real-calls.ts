/** Pages that most calls have, with the marks that the domain knows them by. */
export const whoAnswersConditions = [
  {
    id: "for-an-organisation",
    rule: { question: "on-behalf-of", operator: "is", value: "organisation" },
  },
  {
    id: "for-somebody-else",
    rule: { question: "on-behalf-of", operator: "is", value: "someone-else" },
  },
];

export const whoAnswersPages = [
  {
    id: "on-behalf-of",
    questions: [
      {
        id: "on-behalf-of",
        type: "radios",
        label: { en: "Who are you sending evidence for?" },
        required: true,
        missingMessage: { en: "Select who you are sending evidence for" },
        meaning: "on-behalf-of",
        choices: [
          { value: "self", label: { en: "Myself" } },
          {
            value: "organisation",
            label: { en: "An organisation, and I may speak for it" },
          },
          {
            value: "someone-else",
            label: { en: "Somebody else, who has asked me to" },
          },
        ],
      },
    ],
  },
  {
    id: "organisation",
    showIf: "for-an-organisation",
    title: { en: "The organisation" },
    intro: {
      en: "Its name is read with your evidence, and may be published with it if you agree to that at the end.",
    },
    questions: [
      {
        id: "organisation",
        type: "short-text",
        label: { en: "Name of the organisation" },
        required: true,
        missingMessage: { en: "Enter the name of the organisation" },
        meaning: "organisation-name",
        autoComplete: "organization",
      },
      {
        id: "organisation-role",
        type: "short-text",
        label: { en: "What do you do there?" },
        meaning: "organisation-role",
        identifying: true,
        autoComplete: "organization-title",
      },
      {
        id: "organisation-members",
        type: "whole-number",
        label: { en: "How many members does it have?" },
        hint: {
          en: "Leave this empty if it has none, or if you do not know.",
        },
        meaning: "organisation-members",
        least: 1,
      },
    ],
  },
  {
    id: "their-consent",
    showIf: "for-somebody-else",
    questions: [
      {
        id: "their-consent",
        type: "radios",
        label: { en: "Why may you send evidence for them?" },
        hint: {
          en: "If they do not know of it yet, ask them first. You can come back.",
        },
        required: true,
        missingMessage: { en: "Select why you may send evidence for them" },
        meaning: "someone-elses-consent",
        choices: [
          { value: "agreed", label: { en: "They have agreed to it" } },
          {
            value: "parent-or-carer",
            label: {
              en: "They are under 16, and I am their parent or carer",
            },
            hint: { en: "A child who can understand it should agree too." },
          },
          {
            value: "by-law",
            label: {
              en: "I decide for them by law, as their attorney or deputy",
            },
          },
        ],
      },
    ],
  },
];

export const whatWeMayDoPage = {
  id: "what-we-may-do",
  title: { en: "What we may do with your evidence" },
  intro: {
    en: "You can change your mind until we publish. If you do not answer, we do not publish it, we do not share it, and it is destroyed when the review ends.",
  },
  questions: [
    {
      id: "publish",
      type: "radios",
      label: { en: "May we publish it?" },
      meaning: "consent-to-publish",
      choices: [
        {
          value: "named",
          label: { en: "Yes, with my name or my organisation’s" },
        },
        { value: "not-named", label: { en: "Yes, without any name" } },
        { value: "not-published", label: { en: "No" } },
      ],
    },
    {
      id: "share",
      type: "radios",
      label: { en: "May we share it with the groups that advise us?" },
      hint: { en: "Never your email address." },
      meaning: "consent-to-share",
      choices: [
        { value: "yes", label: { en: "Yes" } },
        { value: "no", label: { en: "No" } },
      ],
    },
    {
      id: "at-the-end",
      type: "radios",
      label: { en: "What should become of it when the review ends?" },
      meaning: "at-the-end",
      choices: [
        {
          value: "archive",
          label: { en: "Keep it in the review’s archive" },
        },
        { value: "destroy", label: { en: "Destroy it" } },
      ],
    },
  ],
};
