import type { DemoResponse } from "../demo-response.ts";

/** The last weeks: some read, some being read, the newest by nobody yet. */
export const lateAdvice: DemoResponse[] = [
  {
    daysAgo: 16.1,
    answers: {
      "respondent-kind": "other",
      "what-first":
        "The council tax in our road is a disgrace and so is the new bus lane.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 2,
      decision: "out-of-scope",
    },
  },
  {
    daysAgo: 14.8,
    answers: {
      "respondent-kind": "kinship-carer",
      "what-first":
        "My nephew waited 22 months to see somebody about his nightmares. When they rang he had moved up to secondary school and was off the list, because it was the children's list.",
      "may-quote": "yes",
    },
    reading: {
      by: "tomos",
      afterDays: 5,
      decision: "triaged",
      tags: ["Health of mind", "Kinship care"],
      passages: [
        {
          in: "what-first",
          quote: "waited 22 months",
          tag: "Health of mind",
        },
      ],
    },
  },
  {
    daysAgo: 13.3,
    answers: {
      "respondent-kind": "organisation",
      "what-first":
        "Unaccompanied children. They arrive at a port with no file at all. Our volunteers keep the only record of who each child said they were on the first night. We attach the form we made for ourselves, in case it is of use.",
      "how-to-listen":
        "With an interpreter who is not from the same town. Ask which languages a young person wants; it is often not the first one on the form.",
      "may-quote": "yes",
      email: "desk@harbourwelcome.example",
    },
    files: ["first-night-form.docx"],
    reading: {
      by: "imogen",
      afterDays: 7,
      decision: "needs-second-look",
      assignee: "tomos",
      tags: ["Records", "Listening to children"],
      note: "Is this in scope of the call or does it need its own? Tomos, you know the ports work.",
    },
  },
  {
    daysAgo: 11.9,
    answers: {
      "respondent-kind": "practitioner",
      "what-first":
        "Recording. A child will read this one day. I was never taught to write for that reader. It would change what we write and how soon we write it.",
      "may-quote": "yes",
    },
    reading: {
      by: "imogen",
      afterDays: 5,
      decision: "triaged",
      tags: ["Records"],
      passages: [
        {
          in: "what-first",
          quote: "A child will read this one day.",
          tag: "Records",
        },
      ],
    },
  },
  {
    daysAgo: 10.6,
    answers: {
      "respondent-kind": "foster-carer",
      "what-first":
        "Seeing family in the holidays. Every August the contact workers go on leave and the visits stop, and every September we pick up the pieces.",
      "may-quote": "yes",
    },
    reading: { by: "tomos", afterDays: 10.595, tags: ["Brothers and sisters"] },
  },
  {
    daysAgo: 9.2,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first":
        "Diolch am ofyn. Welsh-speaking children get moved over the border because that is where the beds are, and lose the language in a year. I did. Look at that.",
      "may-quote": "yes",
    },
    reading: {
      by: "lead",
      afterDays: 6,
      decision: "triaged",
      assignee: "tomos",
      tags: ["Staying in one place"],
    },
  },
  {
    daysAgo: 7.4,
    answers: {
      "respondent-kind": "parent",
      "what-first":
        "What helped us was one woman from the family centre who came every Thursday for two years. They closed it. Look at what was closed.",
      "may-quote": "yes",
    },
  },
  {
    daysAgo: 6.3,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first":
        "Look at money at 18. I was handed two thousand pounds on my birthday and had never paid a bill. It was gone in five weeks. I am not proud of it 😬 but I was a child on the Monday.",
      "how-to-listen": "Pay people for their time. Properly, not vouchers.",
      "may-quote": "yes",
    },
  },
  {
    daysAgo: 4.9,
    answers: {
      "respondent-kind": "practitioner",
      "what-first":
        "Advocates. In our area there are two for 600 children. The right to one is real only if there is one.",
      "may-quote": "yes",
    },
  },
  {
    daysAgo: 3.8,
    answers: {
      "respondent-kind": "kinship-carer",
      "what-first":
        "Special guardianship. You sign, and they leave. We did not know that we could not ring anybody any more.",
      "not-again":
        "Forms that ask what my relationship to the child is and have no box for aunt.",
      "may-quote": "yes",
    },
  },
  {
    daysAgo: 2.2,
    answers: {
      "respondent-kind": "organisation",
      "what-first":
        "We run a helpline for parents. In the last year 1,140 calls were about not understanding a letter. Look at the letters.",
      "may-quote": "yes",
      email: "helpline@parentsfirst.example",
    },
    files: ["calls-by-month.csv"],
  },
  {
    daysAgo: 1.4,
    answers: {
      "respondent-kind": "foster-carer",
      "what-first":
        "Respite. I would have gone on for years if somebody had taken the boys for one weekend a month.",
      "may-quote": "no",
    },
  },
  {
    daysAgo: 0.9,
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": "Why is it always us who have to be resilient?",
      "may-quote": "yes",
    },
  },
  {
    daysAgo: 0.3,
    answers: {
      "respondent-kind": "other",
      "what-first":
        "I am a teacher. The review should look at the day a child comes back to school after being moved, because on that day nobody tells the school anything, and the child has to decide by nine o'clock who they are.",
      "may-quote": "yes",
    },
  },
];
