import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";

/** A trial and what came before it: a paper, and the service's own evaluation. All of it is made up. */
export const edgeOfCareItems: EvidenceItem[] = [
  {
    id: "5f0c2a9be41d7786",
    csl: {
      type: "article-journal",
      title:
        "Small caseloads for families at the edge of care: a randomised trial",
      author: [
        { family: "Okafor", given: "Ifeoma" },
        { family: "Lindqvist", given: "Maja" },
        { literal: "Edge of Care Trial Group" },
      ],
      issued: { "date-parts": [[2026, 3, 27]] },
      "container-title": "Journal of Family Support (invented)",
      volume: "14",
      issue: "2",
      page: "101-118",
    },
    own: {
      kind: "journal-article",
      design: "randomised-trial",
      strength: "strong",
      population: "388 families at the edge of care",
      setting: "Six local authorities, 2022 to 2025",
      found:
        "At 18 months 31% of children had been in care at some time, against 39% with the usual service.",
      funder: "A public research fund",
      topics: ["robust", "change"],
    },
  },
  {
    id: "a17be60d93c2f458",
    csl: {
      type: "report",
      title: "What the pilot did: an evaluation by the service itself",
      author: [{ literal: "Edge of Care Service" }],
      issued: { "date-parts": [[2021]] },
    },
    own: {
      kind: "evaluation",
      design: "before-after",
      strength: "limited",
      population: "41 families",
      found: "Fewer children came into care than in the two years before.",
      interests: "The service evaluated itself.",
      topics: ["overlooked"],
    },
  },
];

/** As it was sent, with the year of the draft. */
export const familyTimeReport: EvidenceItem = {
  id: "c3d90e517fa8264b",
  csl: {
    type: "report",
    title: "A kitchen and a garden: family time in nine centres",
    author: [{ family: "Havergate", given: "Oriel" }],
    issued: { "date-parts": [[2024]] },
    publisher: "University of Fenbury (invented)",
  },
  own: {
    kind: "report",
    design: "qualitative",
    population: "58 children in nine centres",
    found: "Children asked for the next visit more often after cooking.",
    topics: ["change"],
  },
};

export const familyTimeReportCorrected: EvidenceItem = {
  ...familyTimeReport,
  csl: { ...familyTimeReport.csl, issued: { "date-parts": [[2025]] } },
  own: {
    ...familyTimeReport.own,
    found:
      "Children asked for the next visit more often after cooking or playing outside: 41 of 58, and 17 of 58 after an office.",
  },
};

export const familyTimeThesis: EvidenceItem = {
  id: "7e24b86a0d1f9c35",
  csl: {
    type: "thesis",
    title: "Who books the room? Three offices and one visit",
    author: [{ family: "Pellworth", given: "Ansa" }],
    issued: { "date-parts": [[2023]] },
    publisher: "University of Fenbury (invented)",
  },
  own: {
    kind: "thesis",
    design: "case-study",
    found: "A visit was moved 2.4 times on average before it took place.",
    topics: ["overlooked"],
  },
};
