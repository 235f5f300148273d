import {
  ask,
  askInWords,
  askWhoTheyAre,
  choices,
  en,
  usualWords,
  type WrittenDefinition,
} from "./parts.ts";

export const expressionOfInterest: WrittenDefinition = {
  ...usualWords,
  title: en("Expression of Interest"),
  summary: en("Tell us that you would like to work with the review, and why."),
  purpose: en(
    "The review wants to work with people who know what it looks at from their own lives or work. Say here what you would bring. Nobody is chosen by how well they write.",
  ),
  whoMayAnswer: en("Say here who can apply, and who cannot."),
  howAnswersAreUsed: en(
    "Your answers are read by people who are not told your name. Your name and email address are kept apart and are used to write to you about what was decided.",
  ),
  whatHappensNext: en(
    "We will write to everybody who applied, whatever is decided.\n\nKeep your receipt code. With it you can ask us what became of your application.",
  ),
  sendLabel: en("Send your application"),
  minutes: 20,
  pages: [
    askWhoTheyAre,
    assessed({
      id: "why",
      label: "Why would you like to take part?",
      hint: "Leave out your name: those who read this do not know who you are.",
      missing: "Enter why you would like to take part",
    }),
    assessed({
      id: "experience",
      label: "What would you bring from your own life or work?",
      missing: "Enter what you would bring",
    }),
    assessed({
      id: "needs",
      label: "What would you need to be able to take part?",
      hint: "For example times, travel, an interpreter, or somebody with you. It does not count against you.",
    }),
  ],
};

function assessed(question: Parameters<typeof askInWords>[0]) {
  const page = askInWords(question);
  const [asked] = page.questions;
  return {
    ...page,
    questions: asked
      ? [{ ...asked, publishable: false, visibleToAssessor: true }]
      : [],
  };
}

export const offerToHost: WrittenDefinition = {
  ...usualWords,
  title: en("Offer to host a conversation"),
  summary: en(
    "Bring people together to talk about what the review looks at, and tell us what they said.",
  ),
  purpose: en(
    "The best conversations are held by somebody people trust, in a place they know. Offer to hold one, and we will send you what you need and listen to what comes of it.",
  ),
  whoMayAnswer: en(
    "Any person or organisation that can bring people together and keep them safe.",
  ),
  sendLabel: en("Send your offer"),
  minutes: 10,
  pages: [
    askWhoTheyAre,
    ask({
      id: "respondent-kind",
      type: "radios",
      meaning: "respondent-kind",
      shownInQueue: true,
      label: en("Who would hold the conversation?"),
      required: true,
      missingMessage: en("Select who would hold the conversation"),
      choices: choices({
        person: "I would, myself",
        group: "A group of people who know each other",
        organisation: "An organisation",
      }),
    }),
    askInWords({
      id: "who-comes",
      label: "Who would take part?",
      hint: "Say what they have in common, and no names.",
      missing: "Enter who would take part",
    }),
    ask({
      id: "how-many",
      type: "whole-number",
      label: en("About how many people?"),
      least: 2,
      most: 500,
    }),
    ask({
      id: "where",
      type: "short-text",
      shownInQueue: true,
      label: en("In which town or area, or online?"),
    }),
    ask({
      id: "when",
      type: "date",
      precision: "month",
      label: en("When could it be?"),
      hint: en("For example, 3 2027. An idea is enough."),
    }),
    askInWords({
      id: "needs",
      label: "What would you need from us?",
      hint: "For example questions to talk about, a room, travel money, or somebody from the review.",
    }),
  ],
};
