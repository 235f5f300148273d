/** Of things that are asked about one by one: another placement, another organisation. */
export const groupMessages = {
  addAtLeast: (count: number) =>
    count === 1 ? "Add at least one" : `Add at least ${count}`,
  removeUntil: (count: number) =>
    `You can add up to ${count}: remove the others`,
};

export const groupWords = {
  none: "You have not added anything yet.",
  addFirst: (name: string) => `Add: ${name.toLowerCase()}`,
  addAnother: (name: string) => `Add another ${name.toLowerCase()}`,
  full: (count: number) =>
    `You have added ${count}, which is the most you can add here.`,
  change: "Change",
  remove: "Remove",
  unanswered: "Nothing answered yet",
  backToList: "Back to your list",
  removeHeading: (title: string) => `Do you want to remove ${title}?`,
  removeLead: "What you answered about it is deleted. You cannot undo this.",
  removeConfirm: (title: string) => `Yes, remove ${title}`,
  removeKeep: "No, keep it",
  /** On the list of all questions. */
  again: (name: string, count: number) =>
    `You can answer these for up to ${count}: ${name.toLowerCase()} 1, ${name.toLowerCase()} 2 and so on.`,
};
