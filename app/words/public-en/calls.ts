import { extendedInWords } from "./extensions.ts";
import { formatTime } from "./times.ts";

/** As `CallOpening` in the calls area, mirrored because words import nothing. */
type Opening =
  | { kind: "open" | "closed" }
  | { kind: "open-until" | "opens-at" | "closed-at"; at: string }
  | { kind: "late-by-code"; at: string | undefined };

/** As `CallFacts` in the calls area, mirrored for the same reason. */
type Facts = {
  minutes: number | undefined;
  questionCount: number;
  isUpTo: boolean;
  requiredCount: number;
  asksWho: "never" | "if-you-like" | "always";
};

const questionsInWords = ({ questionCount, isUpTo }: Facts): string =>
  questionCount === 1
    ? "1 question"
    : `${isUpTo ? "Up to " : ""}${questionCount} questions`;

const requiredInWords = ({ questionCount, requiredCount }: Facts): string => {
  if (requiredCount === 0)
    return questionCount === 1
      ? "You can leave it out"
      : "You can leave out any of them";
  if (requiredCount === questionCount)
    return questionCount === 1 ? "It needs an answer" : "All need an answer";
  return requiredCount === 1
    ? "1 of them needs an answer"
    : `${requiredCount} of them need an answer`;
};

const countFormat = new Intl.NumberFormat("en-GB");

/** The first page and the page of one call. */
export const callWords = {
  home: {
    heading: "Tell us what you know",
    lead: (reviewName: string) =>
      `This is where ${reviewName} asks people what they know, and listens to what they say.`,
    assurances: [
      "You do not need an account. You choose what to tell us.",
      "Your answers are saved each time you press Continue. You can stop and come back.",
      "A person on our team reads every answer.",
    ],
    openHeading: "Open now",
    upcomingHeading: "Opening later",
    closedHeading: "Closed",
    nothingOpen:
      "Nothing is open at the moment. You can still read what we asked before.",
    nothingYet: "We have not asked anything yet. Come back soon.",
    runBy: "Who runs it",
    reports: "When it reports",
    description: (reviewName: string) =>
      `${reviewName} asks people what they know. See what you can answer, and how what people say is used.`,
    outcome: "Read what we heard",
  },
  ownPage: {
    changed: (date: string) => `Last changed on ${date}`,
    pageChanged: (date: string) => `This page was last changed on ${date}`,
    more: (heading: string) => `Read all of “${heading}”`,
    allQuestions: "See every question and answer",
    pages: "More from the review",
  },
  opening: (opening: Opening): string => {
    switch (opening.kind) {
      case "open":
        return "Open. No closing date has been set.";
      case "open-until":
        return `Open until ${formatTime(opening.at)}, UK time.`;
      case "opens-at":
        return `Opens at ${formatTime(opening.at)}, UK time.`;
      case "late-by-code":
        return opening.at
          ? `Closed at ${formatTime(opening.at)}, UK time.`
          : "Closed.";
      case "closed-at":
        return `Closed at ${formatTime(opening.at)}, UK time.`;
      case "closed":
        return "Closed.";
    }
  },
  /** How long there is left, where that is a week or less. */
  timeLeft: (days: number): string => {
    if (days === 0) return "Less than a day left";
    return days === 1 ? "1 day left" : `${days} days left`;
  },
  answersSoFar: (count: number): string =>
    `${countFormat.format(count)} answers so far`,
  answersInAll: (count: number): string =>
    `${countFormat.format(count)} answers`,
  facts: {
    minutes: (minutes: number): string =>
      minutes === 1 ? "About 1 minute" : `About ${minutes} minutes`,
    questions: (facts: Facts): string =>
      `${questionsInWords(facts)}. ${requiredInWords(facts)}`,
    who: {
      never: "We do not ask who you are",
      "if-you-like": "You do not have to say who you are",
      always: "We ask who you are, and keep it apart from your answers",
    },
  },
  call: {
    opening: (opening: Opening): string => {
      switch (opening.kind) {
        case "open":
          return "Open. No closing date has been set: we will announce one here before we close it.";
        case "open-until":
          return `You can answer until ${formatTime(opening.at)}, UK time.`;
        case "opens-at":
          return `You cannot answer yet. This call opens at ${formatTime(opening.at)}, UK time.`;
        case "late-by-code":
          return opening.at
            ? `This call closed at ${formatTime(opening.at)}, UK time.`
            : "This call is closed.";
        case "closed-at":
          return `This call closed at ${formatTime(opening.at)}, UK time. We no longer take answers to it.`;
        case "closed":
          return "This call is closed. We no longer take answers to it.";
      }
    },
    extended: extendedInWords,
    closedDraft:
      "You had answers on this device that were not sent. You can still read, print and copy them.",
    closedDraftLink: "Read your answers",
    closedThanks: "Everything that was sent in time is with our team.",
    lateNote: "Did we agree with you that you may still answer?",
    lateLink: "Enter the code we gave you",
    startHeading: "Answer this call",
    outcomeHeading: "What we heard",
    headings: {
      purpose: "What this call is for",
      who: "Who may answer",
      use: "How we use your answers",
      asked: "What we will ask you",
    },
    headingsOnceClosed: {
      purpose: "What this call was for",
      who: "Who could answer",
      use: "How we use the answers",
      asked: "What we asked",
    },
    beforeYouStart: "Before you start",
    allQuestions: "Read or print all the questions",
    whatYouAreAskedLead:
      "You can write your answers somewhere else first and paste them in. You can leave out anything marked optional.",
    optional: "(optional)",
    conditional: "(only if it applies to you)",
    filesHeading: "Sending files",
    filesNote:
      "We check each file as it arrives and tell you at once if we cannot take it.",
    keepingHeading: "Taking a break",
    keeping: (days: number) =>
      `Each time you press Continue we save your answers. Most browsers also save them while you type. You can close the page and come back on this device within ${days} days, as long as the call is open. To come back on another device, choose “Save and come back later” on any page of questions: it gives you a code, and needs no email address. What nobody has saved for ${days} days we delete.`,
    keepingShared:
      "If other people use this device, they could open your unsent answers. Each page of questions lets you stop the saving while you type. You can take your answers off this device once you have a code, and delete them at any time from the page where you check them. You can also send several answers from one device: each has a form and a receipt of its own.",
    questions: {
      heading: "All the questions",
      lead: "This page is for reading and printing. You answer on the pages that begin with the call’s own page.",
      lateLead: "This is what we asked. The call no longer takes answers.",
      back: "Back to the call",
      anyOf: "You can choose more than one:",
      oneOf: "You can choose one:",
    },
    start: "Start now",
    continue: "Continue your answers",
    continueNote: (until: string) =>
      `You have answers on this device that are not sent yet. ${until}`,
    deleteDraft: "Delete the answers on this device",
  },
};
