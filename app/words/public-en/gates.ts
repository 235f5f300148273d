import { lastResortWords } from "./last-resort.ts";

const minutesOf = (minutes: number) =>
  minutes === 1 ? "a minute" : `${minutes} minutes`;

/** What a person reads who was refused before any page of ours was asked. */
export const gateWords = {
  direction: "ltr" as "ltr" | "rtl",
  usualAdvice:
    "Nothing was saved by this. If you had typed something, go back before you do anything else: most browsers still show it. Copy it to somewhere safe, then try again.",
  typed: "What you typed",
  sendAgain: "Send it again",
  help: lastResortWords.help,
  home: lastResortWords.home,
  notServedHere: (origin: string) => ({
    heading: "This address is not served here",
    advice: `Our address is ${origin}.`,
  }),
  manyForms: (minutes: number) => ({
    heading: "Many forms have come from your network",
    advice: `Nothing was saved by this. Go back before you do anything else: most browsers still show what you typed. Copy it to somewhere safe, wait ${minutesOf(minutes)}, then send it again.`,
    withTyped: `Nothing was saved by this. What you typed is below. Copy it to somewhere safe, wait ${minutesOf(minutes)}, then send it again.`,
  }),
  unreadableAddress: { heading: "This address cannot be read" },
  wrongAddress: {
    heading: "This address cannot be read",
    advice:
      "If you typed the address, check it. If you followed a link of ours, tell us.",
  },
  unusedAddress: { heading: "This address is not in use" },
  notDone: { heading: "This is not something we do" },
  foreignForm: {
    heading: "This form was not sent from our own page",
    advice:
      "Nothing was saved by this. If you had typed something, go back before you do anything else: most browsers still show it. Copy it to somewhere safe, then open the page anew and send it again. If you use a privacy extension, it may be hiding where the form came from.",
    withTyped:
      "Nothing was saved by this. What you typed is below. Copy it to somewhere safe, then open the page anew and send it again. If you use a privacy extension, it may be hiding where the form came from.",
  },
  tooBig: {
    heading: "What you sent is too big",
    advice:
      "Nothing of it was saved. Go back before you do anything else: most browsers still show what you typed. Copy it to somewhere safe, make it shorter or choose a smaller file, then send it again.",
    withTyped:
      "Nothing of it was saved. What you typed is below, as far as we can take it: its end is missing, and files have to be chosen again. Copy it to somewhere safe, make it shorter, then send it again.",
  },
  unknownForm: {
    heading: "This is not a form that we can read",
    withTyped:
      "Nothing was saved by this. What came is below. Copy it to somewhere safe, then open the page anew and send it again.",
  },
  silent: {
    heading: "Your files stopped on their way",
    advice:
      "Nothing has come from your device for a minute, so we stopped waiting. Nothing of this form was saved. Go back: most browsers still show what you typed, and files have to be chosen again. A better connection, or one file at a time, may help.",
  },
  notSaved: {
    heading: "We could not save what you sent",
    withTyped:
      "What you typed is below. Copy it to somewhere safe, wait a minute, then send it again.",
  },
  fault: {
    heading: "Something went wrong on our side",
    withTyped:
      "What you typed is below. Copy it to somewhere safe, wait a minute, then send it again.",
  },
  late: { heading: "What you sent did not arrive in time" },
  headersTooBig: {
    heading: "Your browser sent too much with its request",
    advice: "Clear this site’s cookies in your browser, then try again.",
  },
  noHttp: { heading: "What was sent cannot be read" },
};
