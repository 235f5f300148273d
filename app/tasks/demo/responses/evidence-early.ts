import type { DemoResponse } from "../demo-response.ts";

/** The first weeks of the Call for Evidence. */
export const earlyEvidence: DemoResponse[] = [
  {
    daysAgo: 33.6,
    answers: {
      "on-behalf-of": "organisation",
      name: "Dr Orla Vantongeren",
      email: "o.vantongeren@harrowmere.example",
      organisation: "Harrowmere Institute for Family Research",
      role: "researcher",
      "questions-addressed": ["robust", "change"],
      summary: `We followed 214 children in three local authorities for four years after they were placed with relatives. Half of the families received an allowance at the fostering rate from the first week; the other half waited for an assessment, on average 31 weeks.

Children in the first group were less likely to move again (11% against 27%). The difference held when we allowed for the age of the child, the reason for coming into care and the income of the household. It was largest in the first six months.

Carers told us that the money mattered less than being believed. Several had gone into debt over a bed, a car seat or a week without pay. We think the allowance works partly because it arrives with a visit.

Limits: three authorities volunteered, and the two groups were not drawn by lot. Families who waited may differ in ways we did not measure.`,
      design: "quasi-experimental",
      strength: "moderate",
      "published-on": { day: "14", month: "2", year: "2025" },
    },
    files: ["kinship-allowance-summary.docx", "placement-moves.csv"],
    reading: {
      by: "tomos",
      afterDays: 4,
      decision: "triaged",
      tags: [
        "Kinship care",
        "Money for kinship carers",
        "Staying in one place",
      ],
      passages: [
        {
          in: "summary",
          quote: "less likely to move again (11% against 27%)",
          tag: "Staying in one place",
          memo: "Check against the table in the CSV.",
        },
        {
          in: "summary",
          quote: "the money mattered less than being believed",
          tag: "Money for kinship carers",
        },
        {
          in: "kinship-allowance-summary.docx",
          quote: "waited 31 weeks on average",
          tag: "Money for kinship carers",
        },
      ],
      note: "Strongest piece so far on allowances. The What Works partner should see it.",
    },
  },
  {
    daysAgo: 31.2,
    answers: {
      "on-behalf-of": "organisation",
      name: "Bettina Ashgrove",
      email: "bettina@lowfieldfoyer.example",
      organisation: "Lowfield Foyer",
      role: "service",
      "questions-addressed": ["change"],
      summary: `Lowfield Foyer houses 22 young people who have left care, with a worker in the building at all hours. An outside evaluator compared 60 of our tenants with 60 who were offered a flat without support.

After two years 48 of ours were still housed, against 29. Fewer had been to hospital in a crisis. There was no difference in work or study, which disappointed us, and which we now think is about what the town has to offer rather than about the young people.

The full report is attached.`,
      design: "quasi-experimental",
      strength: "moderate",
      "published-on": { day: "", month: "", year: "" },
    },
    files: ["foyer-evaluation.pdf"],
    reading: {
      by: "imogen",
      afterDays: 5,
      decision: "triaged",
      tags: ["Leaving care", "Homes after care"],
      passages: [
        {
          in: "summary",
          quote: "After two years 48 of ours were still housed, against 29.",
          tag: "Homes after care",
        },
        {
          in: "foyer-evaluation.pdf",
          quote: "the night worker was named more often than anybody else",
          tag: "Leaving care",
        },
      ],
    },
  },
  {
    daysAgo: 29.8,
    answers: {
      "on-behalf-of": "organisation",
      name: "Prof Matthias Okwuosa",
      organisation: "University of Tidewell",
      role: "researcher",
      "questions-addressed": ["robust", "gaps"],
      summary: `A systematic review of 41 studies of sibling contact in care, from nine countries. Being placed together is linked to fewer moves in 19 of 23 studies that looked at it. For children placed apart, how often they meet matters less than whether visits are kept: promised and cancelled visits are worse than few.

We found only two studies that asked siblings who stayed at home. We found none that followed contact after 18.`,
      design: "review",
      strength: "strong",
      "published-on": { day: "3", month: "9", year: "2024" },
    },
    files: ["sibling-contact-study.pdf"],
    reading: {
      by: "tomos",
      afterDays: 3,
      decision: "triaged",
      tags: ["Brothers and sisters", "Staying in one place"],
      passages: [
        {
          in: "summary",
          quote: "promised and cancelled visits are worse than few",
          tag: "Brothers and sisters",
        },
        {
          in: "summary",
          quote: "none that followed contact after 18",
          tag: "Leaving care",
          memo: "A gap to name.",
        },
      ],
    },
  },
  {
    daysAgo: 27.5,
    answers: {
      "on-behalf-of": "self",
      name: "Gwen Tallis",
      role: "lived-experience",
      "questions-addressed": ["overlooked"],
      summary: `I am not a researcher. I asked for my file at 34 and it came with whole pages blacked out, in a carrier bag. I have since helped eleven other people to ask for theirs. I wrote down how long each one took: the shortest was 5 weeks and the longest 2 years and 2 months. Nobody offered any of us somebody to sit with while we read.

What is overlooked is that the file is often the only album a person has.`,
      design: "practice",
      strength: "early",
    },
    reading: {
      by: "imogen",
      afterDays: 6,
      decision: "triaged",
      tags: ["Records"],
      passages: [
        {
          in: "summary",
          quote: "the file is often the only album a person has",
          tag: "Records",
        },
      ],
    },
  },
  {
    daysAgo: 24.1,
    answers: {
      "on-behalf-of": "organisation",
      name: "S. Iqbal-Thorne",
      email: "performance@netherfold.example",
      organisation: "Netherfold Children's Trust",
      role: "local-authority",
      "questions-addressed": ["gaps"],
      summary:
        "Table of moves by quarter since 2019, 1,906 children. We draw no conclusions from it; we have seen it used to show both that things are better and that they are worse. The rise in 2022 is a change in how we count respite.",
      design: "cohort",
      strength: "moderate",
    },
    files: ["placement-moves.csv"],
    reading: {
      by: "tomos",
      afterDays: 8,
      decision: "needs-second-look",
      assignee: "imogen",
      tags: ["Staying in one place"],
      note: "Somebody with a head for figures should look at how respite is counted.",
    },
  },
  {
    daysAgo: 22.3,
    channel: "email",
    answers: {
      "on-behalf-of": "organisation",
      name: "Clerk to the panel",
      organisation: "Ashcombe and District Fostering Panel",
      role: "other",
      "questions-addressed": ["change"],
      summary:
        "Minutes of twelve panel meetings on matching, with the reasons that were written down for each decision. In nine of the twelve the child's own view is recorded as 'not available'.",
      design: "practice",
    },
    files: ["panel-minutes.docx"],
    reading: {
      by: "imogen",
      afterDays: 4,
      decision: "triaged",
      tags: ["Listening to children"],
    },
  },
];
