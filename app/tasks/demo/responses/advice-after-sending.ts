import type { DemoResponse } from "../demo-response.ts";

/** Advice whose senders came back to it: they changed what they had written, or took it back. */
export const adviceAfterSending: DemoResponse[] = [
  {
    daysAgo: 12.4,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first":
        "Look at reviews. I had nine of them and I was in the room for two.",
      "how-to-listen":
        "Walking. I said more on one walk round the park than in two years of meetings.",
      "may-quote": "yes",
    },
    afterSending: {
      shows: "an answer changed, and then tagged by the team",
      steps: [
        {
          afterDays: 0.6,
          what: "changes-answer",
          questionId: "what-first",
          to: "Look at reviews. I counted again from my file: I had eleven of them and I was in the room for two. Nobody had written down why.",
        },
      ],
    },
    reading: {
      by: "imogen",
      afterDays: 3,
      decision: "triaged",
      tags: ["Listening to children", "Records"],
      passages: [
        {
          in: "what-first",
          quote: "I had eleven of them and I was in the room for two.",
          tag: "Listening to children",
          memo: "It was nine when she sent it; she looked it up.",
        },
        {
          in: "how-to-listen",
          quote: "I said more on one walk round the park",
          tag: "Listening to children",
        },
      ],
    },
  },
  {
    daysAgo: 5.8,
    answers: {
      "respondent-kind": "practitioner",
      "what-first":
        "Handovers. My team has lost four of seven people this year, and each of them took sixteen families along in their head.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 1.1,
      note: "I want to read this beside the turnover figures before I tag it.",
    },
    afterSending: {
      shows: "an answer changed after it was read, and still open to changes",
      steps: [
        {
          afterDays: 2.3,
          what: "changes-answer",
          questionId: "what-first",
          to: "Handovers. My team has lost five of seven people this year, and each of them took sixteen families along in their head. An hour with whoever comes next would have saved most of it.",
        },
      ],
    },
  },
  {
    daysAgo: 9.7,
    answers: {
      "respondent-kind": "kinship-carer",
      "what-first":
        "Ask who pays for the solicitor. We spent what was meant for her room.",
      "not-again":
        "Being asked in front of the children what their mother had done this time.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 3,
      decision: "triaged",
      tags: ["Money for kinship carers"],
      passages: [
        {
          in: "what-first",
          quote: "We spent what was meant for her room.",
          tag: "Money for kinship carers",
        },
        {
          in: "not-again",
          quote: "in front of the children",
          tag: "Listening to children",
        },
      ],
    },
    afterSending: {
      shows: "an answer taken back, in which a passage had been tagged",
      steps: [
        { afterDays: 5, what: "takes-back-answer", questionId: "not-again" },
      ],
    },
  },
  {
    daysAgo: 11.2,
    answers: {
      "respondent-kind": "foster-carer",
      "what-first":
        "Allegations. We were told on a Tuesday to have his bag packed, and on the Friday that it had been a mistake.",
      "may-quote": "no",
    },
    reading: {
      by: "imogen",
      afterDays: 2.2,
      decision: "triaged",
      tags: ["Staying in one place"],
      passages: [
        {
          in: "what-first",
          quote: "on the Friday that it had been a mistake",
          tag: "Staying in one place",
        },
      ],
    },
    afterSending: {
      shows: "the whole response withdrawn, after the team had read it",
      steps: [{ afterDays: 7.4, what: "withdraws" }],
    },
  },
];
