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
