/** The forms of the queue, of its views and of what is done to many, with the fields that each knows. */
export const queueForms: Record<string, string[]> = {
  "review.queue_.take-next.tsx": ["returnTo"],
  "review.responses.$reference_.skip.tsx": ["skip", "returnTo"],
  "review.responses.$reference_.take-back.tsx": ["returnTo"],
  "review.bulk_.new.tsx": ["deed", "tagIds", "people", "state"],
  "review.bulk_.$action.tsx": ["references", "intent"],
  "review.calls_.$call_.$step.tsx": [
    "when",
    "day",
    "time",
    "which",
    "decidedBy",
    "step",
    "seen",
  ],
  "review.calls_.$call_.codes.tsx": ["note"],
  "review.calls_.$call_.outcome.tsx": ["en", "cy", "rowVersion", "step"],
  "review.calls_.$call_.due.tsx": ["withinDays", "by"],
  "review.views_.new.tsx": ["name", "q", "sort", "shared"],
  "review.views_.$view.tsx": ["name", "q", "sort", "shared", "rowVersion"],
  "review.views_.$view_.delete.tsx": [],
};
