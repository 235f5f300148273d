/** The forms for what came by another way than the form, with the fields that they know. */
export const entryForms: Record<string, string[]> = {
  "review.entries_.new/route.tsx": [
    "channel",
    "receivedOn",
    "heldScans",
    "what-first",
  ],
  "review.entries_.$reference.tsx": [],
  "review.entries_.emails.tsx": ["call"],
  "review.entries_.emails_.$email.tsx": ["intent", "reason"],
  "review.entries_.emails_.$email_.original.ts": [],
  "review.entries_.emails_.$email_.take-in.tsx": ["receivedOn", "what-first"],
  "review.entries_.$reference_.correct.tsx": ["what-first", "version"],
};
