import type { DemoResponse } from "../demo-response.ts";

/** Its first weeks, all of it read by now. */
export const earlyAdvice: DemoResponse[] = [
  {
    daysAgo: 32.4,
    answers: {
      "respondent-kind": "organisation",
      "what-first": `We are a network of 340 kinship families in four counties. We asked our members what the review should look at first, and 212 answered. In their order: money in the first three months (88), being told what is going on (47), contact with parents that somebody else supervises (36), school places (23), other (18).

We attach what they wrote, with names and places taken out.`,
      "how-to-listen":
        "Hold some of your meetings on Saturdays, with somebody to look after the children in the next room. Kinship carers do not have evenings.",
      "may-quote": "yes",
      email: "office@kinshipacross.example",
    },
    files: ["notes-from-our-group.txt", "kinship-allowance-summary.docx"],
    reading: {
      by: "tomos",
      afterDays: 5,
      decision: "triaged",
      tags: [
        "Kinship care",
        "Money for kinship carers",
        "How the review works",
      ],
      passages: [
        {
          in: "what-first",
          quote: "money in the first three months (88)",
          tag: "Money for kinship carers",
        },
        {
          in: "how-to-listen",
          quote: "Kinship carers do not have evenings.",
          tag: "How the review works",
        },
      ],
    },
  },
  {
    daysAgo: 30.8,
    channel: "phone",
    answers: {
      "respondent-kind": "parent",
      "what-first":
        "The caller has two children in long-term foster care. She wants the review to look at what happens to parents afterwards: nobody works with her any more, and she is expecting again. She would like somebody to be on her side before the baby is born and not on the day.",
      "may-quote": "yes",
    },
    reading: {
      by: "lead",
      afterDays: 1,
      decision: "triaged",
      tags: ["Help before a crisis"],
      note: "Taken down by phone and read back to her.",
      flag: {
        reason:
          "An unborn child may be at risk; the caller is asking for help herself.",
        loweredBecause:
          "Spoke to her again with her agreement. She has a midwife and a named worker since last week.",
      },
    },
  },
  {
    daysAgo: 28.9,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first":
        "Aftercare. I am 23 and my personal adviser has 41 of us. When my boiler broke in January I rang my old children's home because I did not know who else you ring.",
      "not-again": "Asking us what we want and then giving us a leaflet.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 6,
      decision: "triaged",
      tags: ["Leaving care"],
      passages: [
        {
          in: "what-first",
          quote: "I did not know who else you ring",
          tag: "Leaving care",
        },
      ],
    },
  },
  {
    daysAgo: 27.2,
    answers: {
      "respondent-kind": "other",
      "what-first": "asdf asdf test test",
      "may-quote": "yes",
    },
    reading: { by: "imogen", afterDays: 1, decision: "spam" },
  },
  {
    daysAgo: 25.6,
    channel: "meeting",
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": `Notes of an evening with nine young people at a youth centre, aged 14 to 18, written up by the worker and agreed by them.

They want the review to look first at phones and seeing family. Seven of nine have had a phone taken away as a punishment. Four have a brother or sister they have not seen this year.

They say: let us choose one adult who does not change. They say: food. In two homes the fridge is locked.`,
      "how-to-listen":
        "Come back and tell us. They mean it: they want somebody from the review in the same room in the spring.",
      "may-quote": "yes",
    },
    files: ["how-to-talk-to-us.png"],
    reading: {
      by: "lead",
      afterDays: 2,
      decision: "triaged",
      tags: ["Listening to children", "Brothers and sisters"],
      passages: [
        {
          in: "what-first",
          quote: "let us choose one adult who does not change",
          tag: "Change of social worker",
        },
        {
          in: "how-to-listen",
          quote: "Come back and tell us.",
          tag: "How the review works",
        },
      ],
    },
  },
  {
    daysAgo: 23.3,
    answers: {
      "respondent-kind": "practitioner",
      "what-first":
        "Virtual school heads. Some have a budget and a team; I have a laptop. Ask each of us what we can actually do when a school says it is full.",
      "may-quote": "yes",
    },
    reading: {
      by: "imogen",
      afterDays: 7,
      decision: "triaged",
      tags: ["School"],
    },
  },
  {
    daysAgo: 21.7,
    answers: {
      "respondent-kind": "foster-carer",
      "what-first":
        "Why carers stop. We gave up after a complaint that took fourteen months to be found untrue. In that time nobody was allowed to talk to us, including the people who knew us.",
      "not-again":
        "Talking about 'recruiting' carers. You would not need to if you kept them.",
      "may-quote": "no",
    },
    reading: {
      by: "tomos",
      afterDays: 9,
      decision: "triaged",
      tags: ["Staying in one place"],
    },
  },
  {
    daysAgo: 20.2,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": "Siblings.",
      "may-quote": "yes",
    },
    reading: {
      by: "imogen",
      afterDays: 5,
      decision: "triaged",
      tags: ["Brothers and sisters"],
    },
  },
  {
    daysAgo: 18.9,
    channel: "letter",
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": `I was in a cottage home from 1958 to 1967. I do not write to complain; some of the housemothers were kind. I write because I am told that things have changed and I wonder.

When I left I was given a case, a suit, and the address of a lodging house. Nobody from the home ever came to see whether I was alive. I married, which was luck. My friend Alfie was not lucky.

If I may give advice: find the ones who left, at twenty-five, at forty, at eighty. We are not hard to find. We know how it turned out.`,
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 4,
      decision: "triaged",
      tags: ["Leaving care", "How the review works"],
      passages: [
        {
          in: "what-first",
          quote: "We are not hard to find. We know how it turned out.",
          tag: "How the review works",
        },
      ],
    },
  },
  {
    daysAgo: 17.5,
    answers: {
      "respondent-kind": "parent",
      "what-first":
        "Domestic abuse. I left him, as I was told to. Then I was assessed as a mother who had failed to protect. Look at how that reads from the inside.",
      "how-to-listen": "Women's centres. Bring a woman.",
      "not-again":
        "Do not put parents and the workers who removed their children on one panel.",
      "may-quote": "no",
    },
    reading: {
      by: "imogen",
      afterDays: 6,
      decision: "triaged",
      tags: ["Help before a crisis", "How the review works"],
    },
  },
];
