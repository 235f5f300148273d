/** About the questions that are asked last, and of what is kept of them. */
export const equalityWords = {
  heading: "Questions about you",
  sentFirst:
    "Your answers have been sent. Your reference number and receipt code are on the page after this.",
  lead: "Before you see them, we would like to ask you some questions about yourself. You do not have to answer any of them.",
  whyHeading: "Why we ask",
  keptHeading: "How we keep what you say",
  kept: [
    "We keep only how many people chose each answer. We do not keep your answers together, or with what you have just sent.",
    "Our team sees only totals, to the nearest five, once the call has closed. They make no difference to how your response is read.",
    "Once you have pressed the button we cannot show you these answers, change them or delete them: we do not know which are yours.",
  ],
  begin: "Answer the questions about you",
  skip: "Skip these questions",
  questionsHeading: "Questions about you (optional)",
  questionsLead: "Leave out any that you do not want to answer.",
  done: "Save and see your receipt",
  /** Where a person reads all that is held, or takes it back. */
  notFoundAgain:
    "If you answered our questions about you, we cannot show those answers: we kept only how many people chose each one, and cannot tell which were yours.",
  staysCounted:
    "If you answered our questions about you, those answers stay in the totals: we cannot find them again, because nothing says which were yours",
  /** On the list of all questions. */
  listHeading: "Questions about you",
  listLead:
    "We ask these after you have sent your answers. You can leave out any or all of them, and they are kept apart from what you sent.",
  listUnder: (choice: string) => `If you chose “${choice}”`,
};
