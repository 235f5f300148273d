import type { z } from "zod";
import {
  type Question,
  questionSchema,
} from "#app/domain/calls/question-types/question-types.ts";
import { choices, en } from "#app/screens/review/starting-points/parts.ts";

export type DemoKept = { name: string; group: string; question: Question };

const kept = (
  name: string,
  group: string,
  question: z.input<typeof questionSchema>,
): DemoKept => ({ name, group, question: questionSchema.parse(question) });

const you = "About you";
const organisation = "About you as an organisation";
const notSaid = { "prefer-not-to-say": "Prefer not to say" };

/** What the demo's review asks in more than one call. */
export const bankQuestions: DemoKept[] = [
  kept("Who answers", you, {
    ...{ id: "who-answers", type: "radios", meaning: "respondent-kind" },
    label: en("Which of these describes you best?"),
    ...{ required: true, shownInQueue: true, publishable: true },
    missingMessage: en("Select which of these describes you best"),
    choices: choices({
      "own-experience": "I have been in care, or had a social worker",
      family: "I am a parent, a carer or a relative",
      work: "I work with children and families",
      organisation: "I answer for an organisation",
      other: "Something else",
    }),
  }),
  kept("Part of the country", you, {
    ...{ id: "region", type: "select", publishable: true },
    label: en("In which part of the country do you live or work?"),
    hint: en("It helps us to see whether we have heard from everywhere."),
    choices: choices({
      "north-east": "North East",
      "north-west": "North West",
      yorkshire: "Yorkshire and the Humber",
      "east-midlands": "East Midlands",
      "west-midlands": "West Midlands",
      east: "East of England",
      london: "London",
      "south-east": "South East",
      "south-west": "South West",
      elsewhere: "Outside England",
      ...notSaid,
    }),
  }),
  kept("Experience of children’s social care", you, {
    ...{ id: "experience", type: "checkboxes", sensitive: true },
    label: en("Which experience of children’s social care do you have?"),
    hint: en("Choose all that fit. You can leave this out."),
    choices: choices({
      "in-care": "I was or am in care",
      "social-worker": "I had or have a social worker, and was not in care",
      "own-child": "My child had or has a social worker",
      "looked-after": "I look or looked after a child of somebody else’s",
      none: "None of these",
      ...notSaid,
    }),
  }),
  kept("May we contact you", you, {
    ...{ id: "may-contact", type: "radios" },
    label: en("May we write to you about what you told us?"),
    hint: en("Only if something is not clear to us."),
    choices: choices({ yes: "Yes", no: "No" }),
  }),
  kept("Email address", you, {
    ...{ id: "contact-email", type: "email" },
    label: en("What is your email address?"),
    hint: en("Kept apart from your answers. Only if we may write to you."),
  }),
  kept("Name of the organisation", organisation, {
    ...{ id: "organisation", type: "short-text" },
    ...{ meaning: "organisation-name", publishable: true },
    label: en("What is the organisation called?"),
  }),
  kept("Kind of organisation", organisation, {
    ...{ id: "organisation-kind", type: "radios", publishable: true },
    label: en("What kind of organisation is it?"),
    choices: choices({
      council: "A council",
      charity: "A charity or a social enterprise",
      health: "A part of the health service",
      education: "A school, a college or a university",
      other: "Something else",
    }),
  }),
  kept("Role in the organisation", organisation, {
    ...{ id: "organisation-role", type: "short-text" },
    meaning: "organisation-role",
    label: en("What do you do there?"),
  }),
  kept("For whom it speaks", organisation, {
    ...{ id: "organisation-members", type: "short-text" },
    meaning: "organisation-members",
    label: en("For whom does the organisation speak?"),
    hint: en("For example its members, and how you asked them."),
  }),
  kept("What should change", "", {
    ...{ id: "change", type: "long-text", publishable: true },
    label: en("What one thing should change first?"),
  }),
];
