type Progress = {
  position: number;
  least: number;
  most: number;
  isByQuestion: boolean;
};

/** Where answers still to come decide how many there are, from how many to how many. */
export function progress({
  position,
  least,
  most,
  isByQuestion,
}: Progress): string {
  const total = least === most ? `${least}` : `${least} to ${most}`;
  return `${isByQuestion ? "Question" : "Page"} ${position} of ${total}`;
}

export const taskWords = {
  lead: "You can answer the sections in any order, and leave and come back. Nothing is sent before you send it.",
  completed: (count: number, of: number) =>
    `You have completed ${count} of ${of} sections.`,
  listHeading: "Sections",
  statuses: {
    "not-started": "Not yet started",
    "in-progress": "In progress",
    completed: "Completed",
    problem: "There is a problem",
  },
  toCheck: "Check your answers and send them",
};
