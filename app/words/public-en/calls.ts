import { formatTime } from "./times.ts";

/** As `CallOpening` in the calls area, mirrored because words import nothing. */
type Opening =
  | { kind: "open" | "closed" }
  | { kind: "open-until" | "opens-at" | "closed-at"; at: string }
  | { kind: "late-by-code"; at: string | undefined };

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
    closingSoon: "Closing soon",
    draftHeading: "You have answers you have not sent",
    draftFor: (title: string, keptUntil: string) =>
      `${title}. You can open them on this device until ${keptUntil}.`,
    draftContinue: "Continue your answers",
    draftRead: "Read your answers",
  },
  opening: (opening: Opening): string => {
    switch (opening.kind) {
      case "open":
        return "Open. No closing date has been set.";
      case "open-until":
        return `Open until ${formatTime(opening.at)}.`;
      case "opens-at":
        return `Opens at ${formatTime(opening.at)}.`;
      case "late-by-code":
        return opening.at ? `Closed at ${formatTime(opening.at)}.` : "Closed.";
      case "closed-at":
        return `Closed at ${formatTime(opening.at)}.`;
      case "closed":
        return "Closed.";
    }
  },
  call: {
    opening: (opening: Opening): string => {
      switch (opening.kind) {
        case "open":
          return "This call is open. No closing date has been set: we will announce one on this page before we close it.";
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
    closedDraft:
      "You had answers on this device that were not sent. You can still read, print and copy them.",
    closedDraftLink: "Read your answers",
    closedThanks: "Everything that was sent in time is with our team.",
    lateNote: "Did we agree with you that you may still answer?",
    lateLink: "Enter the code we gave you",
    ready: "Have you read this page before?",
    readyLink: "Start your answers",
    haveStarted: "You have answers on this device that are not sent yet.",
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
    whatYouAreAskedLead:
      "You can write your answers somewhere else first and paste them in. You can leave out anything marked optional.",
    optional: "(optional)",
    filesHeading: "Sending files",
    filesNote:
      "We check each file as it arrives and tell you at once if we cannot take it.",
    keepingHeading: "Taking a break",
    keeping: (days: number) =>
      `Each time you press Continue we save your answers. Most browsers also save them while you type. You can close the page and come back on this device within ${days} days. After that we delete them.`,
    keepingShared:
      "If other people use this device, they could open your unsent answers. Each page of questions lets you stop the saving while you type. You can delete your answers at any time from the page where you check them.",
    start: "Start now",
    continue: "Continue your answers",
    continueNote: (keptUntil: string) =>
      `You have answers on this device that are not sent yet. You can come back to them until ${keptUntil}.`,
    deleteDraft: "Delete the answers on this device",
  },
};
