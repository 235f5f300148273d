import type { DemoResponse } from "../demo-response.ts";

/** The first days of the Call for Advice. */
export const firstAdvice: DemoResponse[] = [
  {
    daysAgo: 41.3,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": `Start with how many times a child is moved. I had fourteen addresses before I was sixteen. Every one of them had a good reason on paper.

If you only count the children you miss it. Count the moves, and ask who decided each of them, and whether anyone asked the child the night before or the morning of.`,
      "how-to-listen":
        "Not in an office. Not with a social worker in the room. Ask people who have left as well, because we can say things that a child who still lives there cannot.",
      "not-again":
        "I have given my story to two inquiries. Nobody wrote back to say what they did with it.",
      "may-quote": "yes",
      email: "fourteen.addresses@post.example",
    },
    reading: {
      by: "tomos",
      afterDays: 3,
      decision: "triaged",
      tags: [
        "Staying in one place",
        "Listening to children",
        "How the review works",
      ],
      passages: [
        {
          in: "what-first",
          quote: "I had fourteen addresses before I was sixteen.",
          tag: "Staying in one place",
        },
        {
          in: "what-first",
          quote: "whether anyone asked the child the night before",
          tag: "Listening to children",
        },
        {
          in: "not-again",
          quote: "Nobody wrote back to say what they did with it.",
          tag: "How the review works",
          memo: "Third person this week who says so.",
        },
      ],
    },
  },
  {
    daysAgo: 40.7,
    answers: {
      "respondent-kind": "parent",
      "what-first":
        "The time before. I asked for help eleven months before they took my boys. I was told we did not meet the threshold. Then we did.",
      "how-to-listen":
        "Come to the contact centre. That is where we all are, with nothing to do but wait.",
      "may-quote": "yes",
    },
    reading: {
      by: "imogen",
      afterDays: 2,
      decision: "triaged",
      tags: ["Help before a crisis", "How the review works"],
      passages: [
        {
          in: "what-first",
          quote: "I was told we did not meet the threshold. Then we did.",
          tag: "Help before a crisis",
        },
      ],
    },
  },
  {
    daysAgo: 39.4,
    answers: {
      "respondent-kind": "kinship-carer",
      "what-first":
        "Look at grandparents first. We took three children on a Tuesday night with a bin bag of clothes. By the Friday I had used my holiday and by Christmas my savings. There was no allowance because it was called a family arrangement. I did not arrange it.",
      "not-again": "Do not call us informal.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 4,
      decision: "triaged",
      tags: ["Kinship care", "Money for kinship carers"],
      passages: [
        {
          in: "what-first",
          quote:
            "There was no allowance because it was called a family arrangement. I did not arrange it.",
          tag: "Money for kinship carers",
        },
      ],
    },
  },
  {
    daysAgo: 38.2,
    answers: {
      "respondent-kind": "practitioner",
      "what-first": `I have been a children's social worker for nineteen years, in four places. My advice is to look at what a week consists of. I kept a diary for a month before I wrote this. Out of 187 hours I spent 31 with children or their parents. The rest went on recording (64), meetings about cases that were not mine (22), travel (26), court paperwork (29), and looking for placements by phone (15).

Nobody chose this. Each form was somebody's answer to something that went wrong. But no form has ever been taken away, and I have watched good people leave because they came to do one job and were given another.

So: before you recommend anything new, ask what it replaces. If the answer is nothing, it will be done at nine in the evening, or it will be done badly.

The second thing is handovers. A child I work with has had five social workers in two years. When I took over I was given forty minutes. I now ask children to tell me only what they want me to know, and I read the rest, because the telling is not free for them. It would help if the system assumed that somebody will leave and planned for it: two workers known to every child, a proper goodbye, a letter.`,
      "how-to-listen":
        "Ask children at the end of the school day and not during it. Being taken out of maths by a person with a lanyard is how the whole class finds out.",
      "not-again": "Recommendations that begin with 'ensure'.",
      "may-quote": "yes",
    },
    reading: {
      by: "imogen",
      afterDays: 5,
      decision: "triaged",
      tags: ["Change of social worker", "Listening to children"],
      passages: [
        {
          in: "what-first",
          quote: "Out of 187 hours I spent 31 with children or their parents.",
          tag: "Change of social worker",
          memo: "Use with the diary figures.",
        },
        {
          in: "what-first",
          quote: "the telling is not free for them",
          tag: "Change of social worker",
        },
        {
          in: "how-to-listen",
          quote: "how the whole class finds out",
          tag: "School",
        },
      ],
      note: "Long and very good. Nadia, please read the part about forms.",
    },
  },
  {
    daysAgo: 36.5,
    answers: {
      "respondent-kind": "foster-carer",
      "what-first":
        "Matching. We were told he was a quiet boy of nine who likes football. He was six and had never kicked a ball.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 3,
      decision: "triaged",
      tags: ["Staying in one place"],
    },
  },
  {
    daysAgo: 35.1,
    answers: {
      "respondent-kind": "other",
      "what-first":
        "I live next door to a children's home and I want to say they are good neighbours. Everyone said we would have trouble. The only trouble has been the parking on inspection days.",
      "may-quote": "yes",
    },
    reading: {
      by: "imogen",
      afterDays: 4,
      decision: "triaged",
      note: "No tag fits. Do we want one for homes and their neighbours?",
    },
  },
  {
    daysAgo: 33.9,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first":
        "i am 15. the thing to look at first is who you can talk to. my carer is ok but her son shouts at me at night and stands in the door. i told my social worker but she has left now",
      "how-to-listen": "text. not phone because people can hear",
      "may-quote": "no",
    },
    reading: {
      by: "imogen",
      afterDays: 0.1,
      decision: "needs-second-look",
      assignee: "lead",
      tags: ["Change of social worker"],
      flag: {
        reason:
          "A young person describes being frightened at night in a foster home, and no longer has a social worker. Passed to the safeguarding lead by phone.",
      },
    },
  },
];
