/** As `ResponseState` in the responses area, mirrored because words import nothing. */
type State =
  | "received"
  | "in-triage"
  | "triaged"
  | "needs-second-look"
  | "out-of-scope"
  | "spam"
  | "withdrawn";

const standing: Record<State, string> = {
  received: "It is waiting to be read.",
  "in-triage": "Somebody is reading it.",
  triaged: "It has been read, and what to do with it has been decided.",
  "needs-second-look":
    "It has been read, and a second person is going to look at it.",
  "out-of-scope":
    "It has been read. It is about something that this call does not cover.",
  spam: "It has been set aside, because it did not look like an answer. If it was one, write to us at the address at the bottom of this page.",
  withdrawn: "You took it back. Nobody on our team reads or uses it.",
};

/** For whoever comes back with a reference and a receipt code. */
export const receiptWords = {
  /** The title of every page here: a browser's history says no more. */
  title: "What you sent",
  enter: {
    heading: "See what became of what you sent",
    lead: "You need the reference number and the receipt code that we gave you when you sent your answers.",
    reference: "Reference number",
    referenceHint: "For example, H-7K4M-9QX2.",
    code: "Receipt code",
    codeHint:
      "It has 24 letters and numbers. Spaces, dashes and small letters do not matter.",
    open: "Continue",
    wrong:
      "Enter the reference number and the receipt code of the same answer. Check both against the copy you kept.",
    wait: (minutes: number) =>
      `There have been too many tries. Wait ${minutes === 1 ? "1 minute" : `${minutes} minutes`}, then try again.`,
    lostHeading: "If you have lost them",
    lost: "We cannot find an answer without its reference number, and cannot know that it is yours without its code. We do not keep the code. You can write to us at the address at the bottom of this page.",
  },
  response: {
    heading: (reference: string) => `Response ${reference}`,
    call: "Sent to",
    receivedAt: "Received",
    whereHeading: "Where it is now",
    standing: (state: State) => standing[state],
    readers: (count: number) => {
      if (count === 0) return "Nobody on our team has opened it yet.";
      return count === 1
        ? "1 person on our team has opened it."
        : `${count} people on our team have opened it.`;
    },
    tags: "What we have filed it under",
    notPublished: "Nothing of it has been published.",
    answersHeading: "What you sent",
    allHeading: "Everything we hold",
    allLead:
      "This is all that is stored about your response: your answers, with what we keep apart from them, your files and what has happened to it.",
    allLink: "See everything we hold",
    jsonLink: "Save it as a file that other programs can read (JSON)",
    version: "Version",
    versionOf: (version: number) =>
      version === 1 ? "1, as you sent it" : `${version}, after your changes`,
    changesHeading: "What you changed",
    changed: (of: {
      version: number;
      what: string;
      label: string | undefined;
      when: string;
    }) =>
      `Version ${of.version}: ${of.what}, ${of.when}${of.label ? ` (${of.label})` : ""}`,
    takenBack: (when: string) => `You took this back, ${when}.`,
    fileTakenBack: (when: string) => `You took a file back, ${when}.`,
    withdrawHeading: "Take all of it back",
    withdrawLead:
      "You can take one answer or one file back by the link beside it, or your whole response, at any time before it is published.",
    withdrawLink: "Take my response back",
    closeHeading: "When you have finished",
    closeNote: (minutes: number) =>
      `This device can open these pages until ${minutes} minutes after you last looked at one. If other people use it, close them now.`,
    close: "Close these pages",
    closed: "The pages about your response have been closed on this device.",
  },
  withdraw: {
    heading: "Do you want to take your response back?",
    lead: "If you take it back:",
    effects: [
      "it leaves the list of what we have to read, our searches and our counts",
      "nobody on our team uses it or quotes from it, and what it says and its files are closed to them",
      "we keep it closed, so that we can show that it was taken back; write to us if you want it deleted",
    ],
    cannotUndo:
      "You cannot undo this. You can send new answers while the call is open.",
    confirm: "Take my response back",
    keep: "Leave it as it is",
    done: "You have taken your response back.",
  },
  takeBack: {
    answerHeading: "Do you want to take this answer back?",
    fileHeading: "Do you want to take this file back?",
    lead: "If you take it back:",
    effects: [
      "it leaves your response, our searches and our counts, and the rest of your response stays",
      "nobody on our team uses it or quotes from it, and what it says is closed to them",
      "we keep it closed, so that we can show that it was taken back; write to us if you want it deleted",
    ],
    keptApartEffects: [
      "we delete what you told us here, so that nobody can read it any more",
      "the rest of your response stays",
    ],
    filesGo: "The files that you sent with it are taken back too.",
    cannotUndo: "You cannot undo this.",
    answerConfirm: "Take this answer back",
    fileConfirm: "Take this file back",
    keep: "Leave it as it is",
  },
  change: {
    lead: "What you sent before is kept, and our team can see that you changed it and when.",
    apart:
      "We keep what you gave here apart and do not show it again. What you write now takes its place, and what you gave before is deleted. If you leave it empty, nothing changes.",
    emptied: "If you leave it empty, your answer is taken back.",
    save: "Change my answer",
    leavesOutHeading: "These answers will be left out",
    leavesOutMessage:
      "With this change some of what you sent is not asked for any more. Nothing has been changed yet. Read what will be left out, then choose.",
    leavesOutLead:
      "They are no longer part of your response. Words come back if you change this answer again; files and what we keep apart do not.",
    leavesOutConfirm: "Change my answer and leave these out",
    keep: "Leave it as it is",
    cannotHeading: "This cannot be changed",
    refusals: {
      withdrawn:
        "You took your response back, so nothing of it can be changed.",
      coded:
        "Our team has begun to sort what you wrote by subject, so its words stay as they are. You can still take an answer, a file or all of it back, and send another response while the call is open.",
      "not-asked":
        "This question is not part of your response. Go back to what you sent.",
    },
    typed: "What you wrote",
  },
  addFile: {
    heading: "Add a file to what you sent",
    lead: "Our team can see that you added it and when. What you sent before stays as it is.",
    choose: "Choose a file",
    save: "Add this file",
    none: "Select a file",
    oneOnly:
      "Select one file at a time. Nothing has been added; you can come back for the others",
    notNow:
      "The file was not added, because we cannot take files at the moment. Try again in a few minutes, or write to us",
    ofAnother:
      "This page was opened for another response than the one you look at now, so nothing has been added. Check the reference above, then select the file again",
  },
  items: {
    handOnly:
      "A list of references cannot be added after sending. Add each item by hand.",
    removeLead:
      "It is taken out of your response. What you sent before is kept, and our team can see that you changed it and when.",
    removeLast:
      "It is the last one. With it your answer to this question is taken back: we keep it closed, so that we can show that it was.",
    lastNeeded:
      "This question needs at least one item. Add another before you remove this one, or change it.",
    ofAnother:
      "This page was opened for another response than the one you look at now, so nothing has been changed. Check the reference below, and press the button again only if you mean this response",
  },
  groups: {
    changeEach:
      "To change what you answered about one of them, choose “Change” beside that answer on the page before this one.",
    tooFew: (min: number) =>
      `This question needs at least ${min} at once, so they cannot be added here one by one.`,
    add: "Add it to what I sent",
    addedAlready:
      "This page has already added one. Press the button again only if you mean to add another",
    removeLead:
      "It is taken out of your response, and those after it move up. What you answered about it is taken back: nobody on our team uses it, and we keep it closed, so that we can show that it was taken back. It does not come back if you add another. Our team can see when you did this.",
    removeLast:
      "It is the last one, so your answer to this question is taken back with it. We keep all of it closed, so that we can show that it was taken back. It does not come back if you add another.",
    takenBackHeading: "What is taken back with it",
    takesMore:
      "You have answered more about it since this page was opened. Nothing has been taken back yet. Read what goes with it, then choose",
    lastNeeded: (min: number) =>
      `This question needs at least ${min === 1 ? "one" : min}, so this one stays. You can change what you answered about it.`,
  },
  everything: {
    heading: "Everything we hold",
    identityHeading: "What we keep apart from your answers",
    earlierHeading: "What you wrote before",
    earlierUntil: (version: number) =>
      `It stood until version ${version}. We keep it, and our team can see it.`,
    earlierTakenBack:
      "You took it back. We keep it, closed; write to us if you want it deleted.",
    eventsHeading: "What has happened to it",
    fileName: (reference: string) => `everything-${reference}.json`,
    events: {
      "response.received": "You sent it",
      "response.read": "Somebody on our team opened it",
      "response.claimed": "Somebody on our team took it to read",
      "response.claim-released": "Somebody on our team gave it back to be read",
      "response.state-changed": "It was decided what to do with it",
      "response.assigned": "It was given to somebody on our team",
      "response.tags-saved": "It was filed under something",
      "response.identity-read":
        "Somebody looked at what we keep apart from your answers",
      "response.references-exported":
        "Somebody on our team took your list of evidence out as a file",
      "response.answer-changed": "You changed an answer",
      "response.answer-taken-back": "You took an answer back",
      "response.file-added": "You added a file",
      "response.file-taken-back": "You took a file back",
      "response.withdrawn-by-sender": "You took it back",
      "response.held-back":
        "Our software set it aside, because it came as machines send things",
      "response.let-in": "Somebody on our team put it with the others",
      "response.kept-out":
        "Somebody on our team kept it aside, because it did not look like an answer. Nothing of it was deleted",
      "response.held-back-again":
        "Somebody on our team set it aside to look at it again",
    } as Record<string, string>,
    otherEvent: "Somebody on our team worked on it",
  },
};
