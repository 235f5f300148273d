import {
  ask,
  askForFiles,
  askForKind,
  askInWords,
  askForEmail,
  askWhetherToPublish,
  askWhetherToQuote,
  askWhoTheyAre,
  choices,
  en,
  usualWords,
  type WrittenDefinition,
} from "./parts.ts";

export const callForEvidence: WrittenDefinition = {
  ...usualWords,
  title: en("Call for Evidence"),
  summary: en(
    "Send us research, evaluations and data about what works and what does not.",
  ),
  purpose: en(
    "We want evidence of any kind: studies, evaluations, data, and practice that was looked at with care. Unpublished work and work that found nothing count as much.",
  ),
  whoMayAnswer: en(
    "Anyone who has evidence: researchers, services that were evaluated, public bodies, charities, and people with experience of what the review looks at.",
  ),
  sendLabel: en("Send your evidence"),
  audience: en("For anyone, and researchers and services above all"),
  minutes: 20,
  pages: [
    askWhoTheyAre,
    askForKind("In what role are you sending evidence?", {
      researcher: "Researcher or evaluator",
      service: "A service that has been evaluated",
      "public-body": "Local authority, trust or other public body",
      charity: "Charity or campaign",
      "lived-experience": "Someone with experience of what the review looks at",
      other: "Another role",
    }),
    askInWords({
      id: "summary",
      label: "What does the evidence show?",
      hint: "Say what was done, with whom, what was found, and how sure you are. You can paste an abstract.",
      missing: "Enter what the evidence shows",
    }),
    ask({
      id: "design",
      type: "select",
      shownInQueue: true,
      label: en("What kind of study is it?"),
      publishable: true,
      choices: choices({
        review: "Systematic review",
        trial: "Randomised controlled trial",
        "quasi-experimental": "Comparison group, not randomised",
        cohort: "Cohort or administrative data",
        "before-after": "Before and after",
        qualitative: "Qualitative study",
        practice: "Practice example or case study",
        other: "Another kind",
      }),
    }),
    ask({
      id: "evidence",
      type: "evidence-items",
      label: en("Which papers, reports or evaluations should we read?"),
      hint: en("Your own evaluation counts as much as a published paper."),
      publishable: true,
    }),
    askForFiles("Add the papers, reports or data"),
    askWhetherToPublish,
  ],
};

export const feedbackOnPaper: WrittenDefinition = {
  ...usualWords,
  title: en("Feedback on a paper"),
  summary: en("Read what we have written so far, and tell us what is wrong."),
  purpose: en(
    "We have published a paper with what we think so far. We want to know what we have missed, what we have misread, and what would not work.",
  ),
  whoMayAnswer: en("Anyone who has read the paper, or a part of it."),
  beforeYouStart: en(
    "Have the paper beside you. You do not need to answer every question.\n\nYou can stop and come back.",
  ),
  sendLabel: en("Send your feedback"),
  minutes: 20,
  pages: [
    askForKind("Which of these describes you best?", {
      "lived-experience": "Someone with experience of what the review looks at",
      practitioner: "Someone who works in this field",
      researcher: "Researcher",
      organisation: "Answering for an organisation",
      other: "Someone else",
    }),
    ask({
      id: "agree",
      type: "radios",
      label: en("How far do you agree with what the paper says?"),
      publishable: true,
      choices: choices({
        agree: "I agree",
        "in-part": "I agree in part",
        disagree: "I disagree",
        "not-sure": "I am not sure",
      }),
    }),
    askInWords({
      id: "missed",
      label: "What has the paper missed or misread?",
      hint: "Name the page or paragraph if you can.",
    }),
    askInWords({
      id: "would-not-work",
      label: "What would not work, and why?",
    }),
    askInWords({ id: "instead", label: "What should we say instead?" }),
    askForFiles("Is there a document you want us to read?"),
    askWhetherToQuote,
    askForEmail,
  ],
};
