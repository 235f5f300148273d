import type { DemoStaffKey } from "./demo-staff.ts";

type DemoTag = {
  name: string;
  definition: string;
  part?: string;
  by: DemoStaffKey;
  daysAgo: number;
};

/** The tag list as it has grown; a tag that is part of another stands below it. */
export const demoTags = [
  {
    name: "Staying in one place",
    definition:
      "How often children move, why, and what lets them stay: matching, money, support to carers. Include moves of school that follow a move of home.",
    by: "lead",
    daysAgo: 84,
  },
  {
    name: "Brothers and sisters",
    definition:
      "Siblings placed together or apart, and how they keep in touch. Not other relatives.",
    by: "lead",
    daysAgo: 84,
  },
  {
    name: "Kinship care",
    definition:
      "Relatives and friends who raise a child: how they are found, assessed, paid and helped.",
    by: "lead",
    daysAgo: 84,
  },
  {
    name: "Money for kinship carers",
    definition:
      "Allowances, leave from work and legal costs of kinship carers. Use it beside a quote about an amount or a rule.",
    part: "Kinship care",
    by: "tomos",
    daysAgo: 75,
  },
  {
    name: "Help before a crisis",
    definition:
      "Help for families early enough to keep a child at home: who offers it, who is turned away, what it would have changed.",
    by: "lead",
    daysAgo: 84,
  },
  {
    name: "Listening to children",
    definition:
      "Whether and how children are asked, and what happened with what they said. Include advocates.",
    by: "lead",
    daysAgo: 84,
  },
  {
    name: "Leaving care",
    definition: "From 16 to 25: readiness, money, company, coming back.",
    by: "lead",
    daysAgo: 84,
  },
  {
    name: "Homes after care",
    definition:
      "Housing for people who leave care: deposits, guarantors, staying put, homelessness.",
    part: "Leaving care",
    by: "imogen",
    daysAgo: 77,
  },
  {
    name: "Change of social worker",
    definition:
      "Turnover, handovers and how many adults a child has to tell their story to.",
    by: "imogen",
    daysAgo: 62,
  },
  {
    name: "School",
    definition:
      "Places, exclusions, virtual school heads, being known as the child in care.",
    by: "tomos",
    daysAgo: 58,
  },
  {
    name: "Health of mind",
    definition:
      "Waiting for help, what helped, therapy that ends with a move. Include carers' own health where they bring it up.",
    by: "imogen",
    daysAgo: 30,
  },
  {
    name: "Records",
    definition:
      "What is written about children, who reads it, getting at one's own file.",
    by: "tomos",
    daysAgo: 81,
  },
  {
    name: "How the review works",
    definition:
      "Advice on method, access, timing and trust. Not what the review should conclude.",
    by: "lead",
    daysAgo: 42,
  },
] as const satisfies DemoTag[];

export type DemoTagName = (typeof demoTags)[number]["name"];
