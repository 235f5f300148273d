import { progress, taskWords } from "./orientation.ts";
/** From the first question to the receipt. */
export const answeringWords = {
  page: {
    progress,
    mayLeaveEmpty: "You can leave this page empty and press Continue.",
    upload: "Upload",
    saveLater: "Save and come back later",
    somebodyElse: "Start again, I am somebody else",
    uploadedHeading: "Files added",
    dropHere: "or drop files here. They are sent as soon as you choose them.",
    remove: "Remove",
    chooseAgain:
      "The files listed below have been added. Choose the others again.",
    saving: "We save what you have written when you press Continue.",
    formIncomplete:
      "Part of what you sent did not reach us. Check your answers below and press Continue again.",
    answerCut:
      "Your answer was longer than we can keep. Its first part is below; the rest is not saved. Shorten it, then press Continue.",
    noCookie:
      "Your browser did not send the cookie that keeps your answers together. Press Continue again. If you see this message again, allow cookies for this site.",
    mustWait: (seconds: number) => {
      const minutes = Math.ceil(seconds / 60);
      return `Many forms have come from your network, so this page was not saved. What you wrote is below. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then press Continue again.`;
    },
    cannotSave: {
      busy: "Too much is being saved at the moment, so this page was not saved. What you wrote is below. Wait a minute, then press Continue again.",
      disk: "Our disk takes nothing more at the moment, so this page was not saved. We have been told. What you wrote is below. Copy it if it is long, wait a few minutes, then press Continue again.",
    },
    notTaken:
      "We are not taking answers here at the moment, so what you wrote was not saved. It is below: copy it if you want to keep it. The call’s page says when answers are taken.",
    savedElsewhere:
      "You have saved something else for this page in another tab or window. Nothing has been overwritten. Choose what to keep.",
    savedDiffers:
      "Your text in the box is not what is saved. Both are shown here",
    savedShown: "Nothing was in this box. What is saved is shown in it now",
    savedHeading: "Saved in another tab or window",
    keepTyped: "Keep what is in the boxes",
    keepSaved: "Keep what is saved",
    draftGone:
      "The answers this page belongs to are not in this browser any more: they were deleted, taken off it or sent from another device. What you typed here has not been saved. To begin new answers with it, press Continue.",
    tooManyDrafts:
      "You have 20 answers in this browser that are not sent, which is the most we keep. What you typed here has not been saved. Send or delete one of the others, then press Continue again.",
    alreadySent:
      "You have already sent your answers, so this change was not added. To tell us more, copy your text and start again from the call’s page.",
  },
  keeping: {
    keeping:
      "While you type, we keep your words in this browser and save them on our server each time you pause.",
    turnOff: "Stop keeping what I type",
    off: "We do not keep what you type. It is saved when you press Continue or Back.",
    turnOn: "Keep what I type",
    savedAt: "Saved {time}",
    notSavedYet:
      "Not saved on our server yet. We will try again. Your words are still on this page.",
    noRoom:
      "This browser has no room to keep what you type. Press Continue to save it.",
    savedElsewhere:
      "This page was saved in another tab or window. Nothing has been overwritten. Press Continue to see both and choose.",
    gone: "These answers were sent or deleted in another tab or window. What you type here is not kept.",
    sending: "Sending…",
    sendingPart: "Sending… {percent}%",
    restoredHeading: "We have put back what you typed",
    restoredText:
      "It had not reached our server. This browser kept it for you. Read it before you go on.",
    restoredUndo: "Use what was saved before",
    offerHeading: "This browser has kept something else",
    offerText:
      "You typed this here, and it did not reach our server. What is saved now is in the boxes below.",
    offerTake: "Put it in the boxes",
    offerLeave: "Delete it and keep what is in the boxes",
    failedHeading: "This page was not sent",
    failed: {
      lost: "We could not reach our server. What you typed is still on this page. Check your connection, then press the button again.",
      "too-big":
        "What you sent is larger than we can take. What you typed is still on this page. Choose smaller files or shorten your text, then press the button again.",
      wait: "Many forms have come from your network, so we could not take this one. What you typed is still on this page. Wait {minutes}, then press the button again.",
      refused:
        "Our server did not take this page. What you typed is still on this page. Copy it to somewhere safe, open this page in a new tab and paste it there.",
      busy: "Our server is very busy. What you typed is still on this page. Wait a minute, then press the button again.",
      "our-side":
        "Something went wrong on our side. What you typed is still on this page. Wait a minute, then press the button again. If it happens again, write to us at the address at the bottom of this page.",
    },
    charactersLeft: "You have {count} characters left",
    characterLeft: "You have 1 character left",
    charactersOver: "You have {count} characters too many",
    characterOver: "You have 1 character too many",
    minute: "1 minute",
    minutes: "{count} minutes",
    errorTitle: "Error: ",
  },
  tasks: taskWords,
  check: {
    heading: "Check your answers before you send them",
    lead: "Nothing has been sent yet. Read your answers, change what you want to change, then send them at the bottom of this page.",
    trap: "Leave this empty",
    unaskedHeading: "These answers will not be sent",
    unaskedLead:
      "You gave them before you changed another answer, or before we changed the form. We keep them until you send. Then we delete them.",
    unaskedGone:
      "This question is not asked any more, so this will not be sent.",
    unaskedBecause: (reasons: { label: string; line: string }[]) =>
      `Because ${reasons.map(({ label, line }) => `your answer to “${label}” is now “${line}”`).join(" and ")}, this will not be sent.`,
    agreedHeading: "What we may do with your answers",
    agreed: {
      publish: {
        named: "We may publish what you send, with your name.",
        "not-named": "We may publish what you send, without your name.",
        "not-published": "We will not publish what you send.",
      },
      share: "We may share what you send with the groups that work with us.",
      notShared: "We will not share what you send outside the review.",
      atTheEnd: {
        archive: "When the review ends, what you send goes to its archive.",
        destroy: "When the review ends, what you send is destroyed.",
      },
    },
    sendHeading: "Send your answers",
    privacy:
      "By sending, you agree that our team reads your answers. We do not store your internet address or anything else about your device.",
    privacyLink: "How we look after what you tell us",
    problem: (label: string, message: string) => `${message}: ${label}`,
    saveLater: "Come back later, here or on another device",
    delete: "Delete my answers",
  },
  sent: {
    heading: "Your answers have been sent",
    reference: "Your reference number",
    codeHeading: "Your receipt code",
    codePurpose:
      "This code shows that the response is yours. With it and the reference number you can see what became of it, see everything we hold, or take it back.",
    codeOnce: (time: string) =>
      `We do not keep a copy of the code and cannot send it to you again. You can see it on this device until ${time}, UK time. Write it down, or save a copy now.`,
    saveHeading: "Save a copy",
    saveLink: "Save a copy of your answers",
    saveNote:
      "A file that opens in any browser, with your answers, your reference number and your receipt code. Keep it somewhere private. You can also print this page.",
    nextHeading: "What happens next",
    codeLink: "See what became of it",
    qrLabel: (address: string) => `A code that leads a phone to ${address}`,
    qrNote: (address: string) =>
      `A phone’s camera reads this and opens ${address}. Your receipt code is not in it.`,
    clearHeading: "If other people use this device",
    clearNote:
      "Until you clear it, anyone who opens this page on this device can see your receipt code and your answers.",
    clear: "I have saved my code: clear it from this device",
    answersHeading: "What you sent",
    keptApart: "Given. We keep it apart from your answers",
    goneHeading: "There is no receipt on this device",
    gone: "We show a receipt for 24 hours, only on the device the answers were sent from. If you have sent answers, they are safely with us.",
    goneCode:
      "If you saved your reference number and receipt code, you can use them to see what became of your response.",
    clearedHeading: "Your receipt has been cleared from this device",
    cleared:
      "Your answers are safely with us. Your reference number and receipt code are no longer shown on this device.",
    backToCall: "Go to the call’s page",
    anotherHeading: "More to tell us?",
    anotherNote:
      "Send one form for each piece of work. This receipt stays as it is.",
  },
  copy: {
    title: (reference: string) => `A copy of what you sent: ${reference}`,
    heading: "A copy of what you sent",
    fileName: (reference: string) => `response-${reference}.html`,
    sentTo: "Sent to",
    call: "Call",
    receivedAt: "Received at",
    reference: "Reference number",
    code: "Receipt code",
    codeWarning:
      "Keep this file private: whoever has the receipt code can ask about your response as if they were you.",
    answers: "Your answers",
    filesHeading: "How to check your files",
    filesNote:
      "A file’s fingerprint (SHA-256) changes if even one character of the file changes. It proves that the file you have is the file we received.",
    fingerprint: "Fingerprint",
  },
  draft: {
    heading: "Your answers that were not sent",
    openNote:
      "This is a copy to read or print. Nothing here has been sent to us.",
    closedNote: (closing: string) =>
      `${closing} These answers were not sent to us, and nobody on our team has read them.`,
    closedAdvice:
      "You can print this page or copy your text. If you could not answer in time, write to us at the address at the bottom of this page.",
    codeUsed:
      "These answers were not sent, and nobody on our team has read them. The code you entered has already been used to send other answers, and a code can be used once.",
    codeUsedAdvice:
      "You can print this page or copy your text. To send these answers too, write to us at the address at the bottom of this page and ask for another code. Then enter it from the call’s page.",
    closedMeanwhile:
      "The call closed before you sent your answers. What you typed is saved and is shown below.",
    continue: "Continue your answers",
    delete: "Delete these answers now",
    backToCall: "Back to the call",
  },
  /** A browser's answers, where there may be several. */
  held: {
    heading: "Your answers on this device",
    lead: "Each has a life of its own. What you do with one changes nothing in the others.",
    headings: {
      drafts: "Answers you have not sent",
      receipts: "Answers sent from this browser",
    },
    place: ({ place, of }: { place: number; of: number }, begunAt: string) =>
      `${place} of ${of}, begun at ${begunAt}, UK time.`,
    saved: (time: string) => `Last saved at ${time}, UK time.`,
    ownAnswers: "Start my own answers",
    continue: "Continue these answers",
    read: "Read these answers",
    delete: "Delete these answers",
    sent: (time: string) => `Sent at ${time}, UK time.`,
    visible: (time: string) =>
      `You can see the receipt on this device until ${time}, UK time.`,
    receipt: "See the receipt",
    another: "Start another answer to this call",
    anotherLate: "Start another answer with a code we gave you",
  },
  late: {
    heading: "What code did we give you?",
    hint: "It has 24 letters and numbers, like AAAA-BBBB-CCCC-DDDD-EEEE-FFFF. Spaces and dashes do not matter.",
    shared:
      "Other answers were begun with the same code, on this device or another. A code sends answers once, so only the answers that are sent first reach us. If you need to send both, write to us at the address at the bottom of this page and ask for another code.",
    unknown:
      "Enter the code as we gave it to you. A code can be used to send answers once",
  },
  deletion: {
    heading: "Delete these answers?",
    lead: (title: string) =>
      `This deletes these answers to “${title}”, the files you added and their resume code, from this device and from our server. If you have opened them on another device, they cannot be opened there either. Other answers of yours stay. It cannot be undone.`,
    nothingSent: "Nothing has been sent to us, and nothing will be.",
    confirm: "Delete my answers",
    keep: "Keep them",
    doneHeading: "Your answers have been deleted",
    done: "Nothing of them is left on this device or on our server. Nothing was sent to us.",
    doneHistory:
      "Your browser may still list the pages you opened in its history. You can delete them there.",
  },
};
