import type {
  CallStep,
  StepProblem,
  StepRefusal,
} from "#app/domain/calls/call-steps.ts";
import { maxDeciderCharacters } from "#app/domain/calls/extensions.ts";

type StepWords = {
  /** On the call's page. */
  label: string;
  /** On the button that does it. */
  confirm: string;
  /** Once it is done. */
  done: string;
  /** What comes of it beside what the call's page says. */
  comes: string[];
  /** What becomes of people who have begun to answer and have not sent it. */
  underWay: string;
  /** Which time is given for it. */
  asks: "opening" | "closing" | undefined;
};

/** What is said of each step. */
export const stepWords: Record<CallStep, StepWords> = {
  open: {
    label: "Open it",
    confirm: "Ask a colleague to approve this",
    done: "A colleague can look at it now. Nothing is public before they approve it.",
    comes: [
      "Nothing is public yet: a colleague looks at the call as the public will see it, and at these times, and opens it or sends it back.",
      "Once it is approved the call stands on the first page of the site, and people can read what it asks.",
      "If its words or its times are changed before that, you have to ask again.",
    ],
    underWay: "They go on with what they wrote.",
    asks: "opening",
  },
  prepare: {
    label: "Take the opening back",
    confirm: "Take it back to in preparation",
    done: "The call is in preparation again: the public does not see it.",
    comes: [
      "The call is not public any more: its address shows nothing, and people who were told when it opens are not told why it is gone.",
      "Its times are taken away. To open it, ask a colleague again.",
    ],
    underWay: "They can go on once it is open again.",
    asks: undefined,
  },
  announce: {
    label: "Announce when it closes",
    confirm: "Announce this closing",
    done: "The closing is announced.",
    comes: ["It closes by itself then: nobody has to press anything."],
    underWay: "They have until then to send it.",
    asks: "closing",
  },
  extend: {
    label: "Extend it",
    confirm: "Move the closing",
    done: "The closing is moved. What people were told before stays on the call’s page, struck through.",
    comes: ["It closes by itself then: nobody has to press anything."],
    underWay: "They have until then to send it.",
    asks: "closing",
  },
  earlier: {
    label: "Close it earlier",
    confirm: "Move the closing to earlier",
    done: "The closing is moved to earlier. What people were told before stays on the call’s page, struck through.",
    comes: [
      "People have less time than they were told. It closes by itself then: nobody has to press anything.",
    ],
    underWay:
      "They have until then to send it, and only the call’s page and their form tell them so. After that they need a code.",
    asks: "closing",
  },
  late: {
    label: "Take late answers by code only",
    confirm: "Close it to all but codes",
    done: "The call takes late answers by code only.",
    comes: [
      "Nobody can begin or send an answer any more but whoever you give a code.",
    ],
    underWay:
      "They cannot send it unless you give them a code. They can still read, print and copy what they wrote.",
    asks: undefined,
  },
  close: {
    label: "Close it now",
    confirm: "Close the call now",
    done: "The call is closed.",
    comes: ["Nobody can begin or send an answer any more, also not by a code."],
    underWay:
      "They cannot send it any more. They can still read, print and copy what they wrote.",
    asks: undefined,
  },
  archive: {
    label: "Archive it",
    confirm: "Archive the call for good",
    done: "The call is archived.",
    comes: [
      "It can never be opened again. This cannot be undone.",
      "Its page stays: people can read what it asked, and what came of it.",
    ],
    underWay:
      "They can read, print and copy what they wrote for as long as it is kept.",
    asks: undefined,
  },
};

/** Why a step cannot be taken now. */
export const stepRefusals: Record<StepRefusal, string> = {
  "is-draft": "The call is still in preparation: open it first.",
  "was-open":
    "People could answer it already: it is closed instead, and stays public.",
  "is-open": "It is open already.",
  "is-closed": "It has closed. To open it again, extend it.",
  "is-archived": "The call is archived: nothing can be done about it any more.",
  "takes-late": "It takes late answers by code already.",
  "closing-announced": "A closing is announced already: extend it instead.",
  "no-closing-announced":
    "No closing has been announced: there is nothing to extend.",
  "close-first": "It has to be closed before.",
};

/** What is said beside a field of a step's form. */
export const stepProblems: Record<StepProblem, string> = {
  "day-missing": "Enter the day",
  "day-wrong": "Give a day such as 31 January 2027, or 31/1/2027",
  "time-missing": "Enter the time of day",
  "time-wrong": "Give a time such as 17:00 or 5pm",
  "time-skipped":
    "This time does not exist: the clocks go forward in that hour. Give one before or after it",
  "time-twice":
    "This time comes twice, for the clocks go back in that hour. Choose which of the two",
  "in-the-past": "This has passed already. Give a time that is still to come",
  "not-later":
    "People were told they have longer than this. Give a later time, or close the call when the time comes",
  "not-earlier":
    "This is not earlier than what people were told. Give an earlier time, or extend it",
  "before-opening": "The call would close before it opens. Give a later time",
  "after-closing":
    "The call would open after it closes. Give an earlier time, or extend it first",
  "decider-too-long": `Who decided it must be ${maxDeciderCharacters} characters or less`,
};

/** Which of an hour that comes twice. */
export const whichChoices = [
  { value: "first", label: "The first, before the clocks go back" },
  { value: "second", label: "The second, after the clocks have gone back" },
];
