/** To somebody who had begun before the form was changed, and is asked something again. */
export const askedAgainWords = {
  heading: "The form has changed since you began",
  newLead: (count: number): string =>
    count === 1
      ? "One question is new or has changed, and we have to ask everybody:"
      : "Some questions are new or have changed, and we have to ask everybody:",
  why: "Why we ask now",
  kept: "Everything you wrote and every file you gave us is kept. What is not asked any more stands on the page on which you check your answers, and will not be sent.",
  goOn: "Go on to the question",
  goOnSeveral: "Go on to the questions",
};
