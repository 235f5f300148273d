import type { DemoResponse } from "../demo-response.ts";
import {
  familyTimeReport,
  familyTimeReportCorrected,
  familyTimeThesis,
} from "./evidence-items.ts";

/** Evidence whose senders came back to it: with more of it, with a correction, or to take a file out. */
export const evidenceAfterSending: DemoResponse[] = [
  {
    daysAgo: 6.9,
    answers: {
      "on-behalf-of": "self",
      name: "Dr Oriel Havergate",
      email: "o.havergate@fenbury.example",
      role: "researcher",
      services: { items: [{ id: "1" }] },
      "service-kind_1": "charity",
      "service-since_1": { day: "", month: "", year: "2019" },
      "service-worked_1":
        "The rooms: a kitchen and a garden. What did not was the booking, which was done by three offices.",
      "questions-addressed": ["gaps", "change"],
      summary:
        "Four years of supervised family time, watched and asked about: 58 children, 9 centres. Children who cooked or played outside asked for the next visit more often than those who sat in an office. It is an association; nobody was put in a room by lot.",
      design: "qualitative",
      strength: "moderate",
      evidence: { items: [familyTimeReport] },
    },
    afterSending: {
      shows: "a piece of evidence changed, another added, and a service added",
      steps: [
        {
          afterDays: 0.8,
          what: "puts-item",
          item: familyTimeReportCorrected,
        },
        { afterDays: 0.81, what: "puts-item", item: familyTimeThesis },
        {
          afterDays: 2.5,
          what: "adds-another",
          questionId: "services",
          answers: {
            "service-kind": "council",
            "service-since": { day: "", month: "", year: "2022" },
            "service-worked":
              "One worker who was there at every visit. There was no room for more than two children.",
          },
        },
      ],
    },
  },
  {
    daysAgo: 4.3,
    answers: {
      "on-behalf-of": "organisation",
      name: "Benedikt Aske",
      organisation: "Fairmoor Matching Project",
      role: "charity",
      "questions-addressed": ["overlooked"],
      summary:
        "How matching is decided when there is one place and three children who need it. Notes of our group, and the minutes that they are about.",
      design: "practice",
      strength: "early",
    },
    files: ["notes-from-our-group.txt", "panel-minutes.docx"],
    afterSending: {
      shows: "a file taken back, and another added",
      steps: [
        { afterDays: 0.2, what: "takes-back-file", name: "panel-minutes.docx" },
        {
          afterDays: 1.6,
          what: "adds-file",
          name: "placement-moves.csv",
          about:
            "The moves by year, without names, in the place of the minutes.",
        },
      ],
    },
  },
];
