import type { DemoResponse } from "../demo-response.ts";

/** The Call for Ideas, which has closed: nearly all of it is read. */
export const ideas: DemoResponse[] = [
  {
    daysAgo: 83.2,
    answers: {
      idea: "Give every child in care one photo book that moves with them. When I left I had four pictures of myself, all of them from school.",
      "who-for": ["children"],
    },
    reading: {
      by: "imogen",
      afterDays: 3,
      decision: "triaged",
      tags: ["Records"],
      passages: [
        {
          in: "idea",
          quote: "four pictures of myself, all of them from school",
          tag: "Records",
        },
      ],
    },
  },
  {
    daysAgo: 82.6,
    answers: {
      idea: "No child should be moved on a Friday. If it goes wrong there is nobody to ring until Monday.",
      "who-for": ["children", "carers"],
    },
    reading: {
      by: "tomos",
      afterDays: 2.5,
      decision: "triaged",
      tags: ["Staying in one place"],
    },
  },
  {
    daysAgo: 80.1,
    answers: {
      idea: "A guarantor scheme. I had a job offer and could not rent a room because I had no parent to sign for me. The council signs for its own buildings, it can sign for its own children.",
      "who-for": ["care-leavers"],
      name: "Danni M",
    },
    reading: {
      by: "imogen",
      afterDays: 4,
      decision: "triaged",
      tags: ["Leaving care", "Homes after care"],
      passages: [
        {
          in: "idea",
          quote: "I had no parent to sign for me",
          tag: "Homes after care",
          memo: "A rule that costs nothing until a rent is not paid.",
        },
      ],
    },
  },
  {
    daysAgo: 77.4,
    answers: {
      idea: "Let grandparents take the same leave from work as people who adopt. I got two days. My employer was kind about it but there was no rule to point at.",
      "who-for": ["carers"],
    },
    reading: {
      by: "tomos",
      afterDays: 3,
      decision: "triaged",
      tags: ["Kinship care", "Money for kinship carers"],
      passages: [
        {
          in: "idea",
          quote: "the same leave from work as people who adopt",
          tag: "Money for kinship carers",
        },
      ],
    },
  },
  {
    daysAgo: 74.9,
    answers: {
      idea: "BEST RATES on bridging loans!! Decision in 24 hours, no fees. Ask for our brochure.",
    },
    reading: { by: "tomos", afterDays: 1.2, decision: "spam" },
  },
  {
    daysAgo: 71.3,
    answers: {
      idea: "One phone number that is the same everywhere, for parents who feel they are about to lose it. Not a hotline that reports you. Someone who can send a person round with a bag of shopping and an hour.",
      "who-for": ["parents"],
    },
    reading: {
      by: "imogen",
      afterDays: 5,
      decision: "triaged",
      tags: ["Help before a crisis"],
    },
  },
  {
    daysAgo: 66.8,
    answers: {
      idea: "Ask children to score their review meetings out of five, on paper, before the adults leave the room. Publish the averages.",
      "who-for": ["children", "workers"],
    },
    reading: {
      by: "lead",
      afterDays: 4,
      decision: "triaged",
      tags: ["Listening to children"],
      note: "Three people have now suggested something like this. Worth a line in the summary.",
    },
  },
  {
    daysAgo: 61.5,
    channel: "letter",
    answers: {
      idea: "I am eighty-one and fostered for thirty years. My idea is small. When a child goes home or moves on, tell the foster carer how they are doing, once, after a month. We are expected to love them and then never hear of them again.",
      "who-for": ["carers", "children"],
    },
    files: ["letter-from-a-carer.odt"],
    reading: {
      by: "imogen",
      afterDays: 6,
      decision: "triaged",
      tags: ["Staying in one place"],
      note: "Typed up from the letter; the scan was too faint to keep.",
    },
  },
  {
    daysAgo: 57.2,
    answers: {
      idea: "Pay for driving lessons for every care leaver. In the countryside no licence means no job.",
      "who-for": ["care-leavers"],
    },
    reading: {
      by: "tomos",
      afterDays: 7,
      decision: "triaged",
      tags: ["Leaving care"],
    },
  },
  {
    daysAgo: 52.7,
    answers: {
      idea: "My council tax band is wrong and nobody will look at it. Whoever reads this should look at it.",
    },
    reading: {
      by: "tomos",
      afterDays: 2,
      decision: "out-of-scope",
      note: "About council tax. No way to reply: nothing was left to reply to.",
    },
  },
  {
    daysAgo: 49.6,
    answers: {
      idea: "Stop writing 'contact'. It is seeing my mum. Words like placement, respite and LAC make a child sound like a parcel. Have a group of young people rewrite the forms.",
      "who-for": ["children", "workers"],
    },
    reading: {
      by: "imogen",
      afterDays: 4,
      decision: "triaged",
      tags: ["Records", "Listening to children"],
      passages: [
        {
          in: "idea",
          quote: "make a child sound like a parcel",
          tag: "Records",
        },
      ],
    },
  },
  {
    daysAgo: 44.3,
    answers: {
      idea: "A bursary for social workers who stay in the same team for five years. We pay agencies to have them leave.",
      "who-for": ["workers", "children"],
    },
    reading: {
      by: "tomos",
      afterDays: 5,
      decision: "triaged",
      tags: ["Change of social worker"],
    },
  },
  {
    daysAgo: 38.9,
    answers: {
      idea: "Let brothers and sisters have a right to a holiday together once a year, paid for, written into the plan.",
      "who-for": ["children"],
    },
    reading: {
      by: "lead",
      afterDays: 6,
      decision: "triaged",
      tags: ["Brothers and sisters"],
    },
  },
  {
    daysAgo: 33.1,
    answers: {
      idea: "Please take my idea out again, I said more about my family than I should have.",
    },
    reading: {
      by: "lead",
      afterDays: 1.5,
      decision: "withdrawn",
      note: "Asked for in the text itself. Nothing of it was quoted or tagged.",
    },
  },
  {
    daysAgo: 28.4,
    answers: {
      idea: "A bus pass.\n\nI see my little brother every second Saturday if I can afford the bus. It is £7.40. I have missed five.",
      "who-for": ["children", "care-leavers"],
    },
    reading: {
      by: "imogen",
      afterDays: 5,
      decision: "triaged",
      tags: ["Brothers and sisters"],
      passages: [
        {
          in: "idea",
          quote: "It is £7.40. I have missed five.",
          tag: "Brothers and sisters",
          memo: "Ask the chair whether this may open the chapter; anonymous.",
        },
      ],
    },
  },
  {
    daysAgo: 21.3,
    answers: {
      idea: "Train foster carers in how phones and games work. My carer took my phone for a month because of one message. It was my only way to talk to my sister.",
      "who-for": ["children", "carers"],
    },
    reading: {
      by: "imogen",
      afterDays: 8,
      decision: "needs-second-look",
      assignee: "lead",
      tags: ["Brothers and sisters"],
      note: "Is this an idea about training or about seeing family? I read it as both.",
    },
  },
];
