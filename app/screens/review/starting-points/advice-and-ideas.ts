import {
  askForEmail,
  askForFiles,
  askForKind,
  askInWords,
  askWhetherToQuote,
  en,
  usualWords,
  type WrittenDefinition,
} from "./parts.ts";

const anyone = {
  "lived-experience": "Someone with experience of what the review looks at",
  family: "A parent, carer or relative",
  practitioner: "Someone who works in this field",
  organisation: "Answering for an organisation",
  other: "Someone else",
};

export const callForAdvice: WrittenDefinition = {
  ...usualWords,
  title: en("Call for Advice"),
  summary: en(
    "Tell us how this review should be run, what it should look at first, and who it must not forget.",
  ),
  purpose: en(
    "Before we decide how to work, we want advice from people who know. We want to hear:\n\n- what the review should look at first\n- how we should listen, and to whom\n- what earlier reviews got wrong\n\nYou do not need to answer every question.",
  ),
  whoMayAnswer: en(
    "Anyone. You can answer for yourself or for an organisation.",
  ),
  sendLabel: en("Send your advice"),
  minutes: 15,
  pages: [
    askForKind("Which of these describes you best?", anyone),
    askInWords({
      id: "what-first",
      label: "What should the review look at first, and why?",
      hint: "Write as much or as little as you like.",
      missing: "Enter what the review should look at first",
    }),
    askInWords({
      id: "how-to-listen",
      label: "How should we listen to the people this is about?",
      hint: "For example where, when, and who should be asking.",
    }),
    askInWords({
      id: "not-again",
      label: "What should this review not do again?",
      hint: "Think of other reviews, inquiries or surveys you have seen.",
    }),
    askForFiles("Is there a document you want us to read?"),
    askWhetherToQuote,
    askForEmail,
  ],
};

export const callForIdeas: WrittenDefinition = {
  ...usualWords,
  title: en("Call for Ideas"),
  summary: en("Tell us one thing that would make a difference."),
  purpose: en(
    "We are looking for ideas, large or small, tried or new. One answer is one idea: if you have several, answer again for each.",
  ),
  whoMayAnswer: en("Anyone with an idea."),
  sendLabel: en("Send your idea"),
  minutes: 5,
  pages: [
    askInWords({
      id: "idea",
      label: "What is your idea?",
      hint: "What should be done, and by whom?",
      missing: "Enter your idea",
    }),
    askInWords({
      id: "difference",
      label: "What difference would it make, and for whom?",
    }),
    askInWords({
      id: "tried",
      label: "Has it been tried anywhere?",
      hint: "Tell us where, and what came of it.",
    }),
    askForKind("Which of these describes you best?", anyone),
    askWhetherToQuote,
    askForEmail,
  ],
};
