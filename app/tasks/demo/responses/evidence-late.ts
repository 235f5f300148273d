import type { DemoResponse } from "../demo-response.ts";
import { edgeOfCareItems } from "./evidence-items.ts";

/** What came since; the newest is unread. */
export const lateEvidence: DemoResponse[] = [
  {
    daysAgo: 19.9,
    answers: {
      "on-behalf-of": "organisation",
      name: "Dr Lindiwe Marchetti",
      email: "l.marchetti@tidewell.example",
      organisation: "University of Tidewell",
      role: "researcher",
      "questions-addressed": ["robust", "change", "overlooked"],
      summary: `A randomised trial with 388 families at the edge of care: half were offered a worker with a caseload of six for up to nine months, half the usual service. At 18 months 31% of children in the first group had been in care at some time, against 39% in the second (risk ratio 0.79, 95% interval 0.62 to 1.01).

So the honest reading is: probably a benefit, not certain, and smaller than the pilot suggested. Costs were about level. Mothers in the first group reported far less fear of the service, and we think that is a result in its own right.`,
      design: "trial",
      strength: "strong",
      "published-on": { day: "27", month: "3", year: "2026" },
      evidence: { items: edgeOfCareItems },
    },
    reading: {
      by: "tomos",
      afterDays: 9,
      decision: "triaged",
      tags: ["Help before a crisis"],
      passages: [
        {
          in: "summary",
          quote: "probably a benefit, not certain, and smaller than the pilot",
          tag: "Help before a crisis",
        },
        {
          in: "summary",
          quote: "far less fear of the service",
          tag: "Help before a crisis",
          memo: "Outcome that nobody else measured.",
        },
      ],
    },
  },
  {
    daysAgo: 15.4,
    answers: {
      "on-behalf-of": "self",
      name: "Wellspring Supplements",
      role: "other",
      "questions-addressed": ["overlooked"],
      summary:
        "Our fish oil has been shown to calm looked after children by up to 63%. Wholesale price list on request.",
    },
    reading: { by: "imogen", afterDays: 2, decision: "spam" },
  },
  {
    daysAgo: 12.7,
    answers: {
      "on-behalf-of": "organisation",
      name: "Hetty Vanbrough",
      organisation: "Castle Brierly Virtual School",
      role: "local-authority",
      "questions-addressed": ["robust", "gaps"],
      summary: `School moves for 512 children in care over five years, matched with moves of home. Two thirds of school moves follow a move of home within six weeks; the rest do not, and of those most are after an exclusion.

A child who moved school in Year 10 or 11 was half as likely to take five exams as one who did not, also among children with the same marks in Year 9.`,
      design: "cohort",
      strength: "moderate",
    },
    reading: {
      by: "imogen",
      afterDays: 5,
      tags: ["School"],
    },
  },
  {
    daysAgo: 8.2,
    answers: {
      "on-behalf-of": "organisation",
      name: "Jo Wintersmith",
      email: "jo.w@quietroom.example",
      organisation: "The Quiet Room",
      role: "charity",
      "questions-addressed": ["change", "overlooked"],
      summary: `We offer talking therapy that stays with the young person when they move: same therapist, by train or by phone. 37 young people over three years; 29 finished what they began. In the local service the year before, 6 of 24 did.

It is a small number and nobody was compared at random. We would like somebody to do it properly.`,
      design: "before-after",
      strength: "early",
    },
    files: ["notes-from-our-group.txt"],
    reading: {
      by: "tomos",
      afterDays: 6.5,
      decision: "triaged",
      tags: ["Health of mind", "Staying in one place"],
      passages: [
        {
          in: "notes-from-our-group.txt",
          quote: "She came on the train. Nobody comes on the train.",
          tag: "Health of mind",
        },
      ],
    },
  },
  {
    daysAgo: 5.1,
    answers: {
      "on-behalf-of": "organisation",
      name: "R. Castellane",
      organisation: "Institute for Public Records",
      role: "researcher",
      "questions-addressed": ["gaps"],
      summary:
        "Interviews with 26 adults who asked for their care files, and with 9 people who redact them. The redactors work from different rules in every authority we visited; two had none in writing.",
      design: "qualitative",
      strength: "moderate",
      "published-on": { day: "1", month: "11", year: "2026" },
    },
  },
  {
    daysAgo: 2.6,
    answers: {
      "on-behalf-of": "organisation",
      name: "Dr Fenella Rookwood",
      email: "f.rookwood@harrowmere.example",
      organisation: "Harrowmere Institute for Family Research",
      role: "researcher",
      "questions-addressed": ["robust"],
      summary:
        "Second report of the allowance study (see our first, sent last month). Year five: the difference in moves is still there, 14% against 29%. We also report on 40 families who declined to take part, because they are the ones we know least about.",
      design: "cohort",
      strength: "moderate",
    },
    files: ["allowance-year-five.pdf"],
  },
  {
    daysAgo: 0.4,
    answers: {
      "on-behalf-of": "organisation",
      name: "Amir Delacroix-Webb",
      organisation: "Steps Mentoring",
      role: "service",
      "questions-addressed": ["change"],
      summary:
        "Mentors for 14 to 19 year olds, matched for three years and not for one. Evaluation by our funder attached. 71 pairs; 52 still meet.",
      design: "before-after",
      strength: "early",
    },
    files: ["mentoring-evaluation.pdf"],
  },
];
