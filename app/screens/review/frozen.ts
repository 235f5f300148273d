/** Why nothing is made of a response while somebody may be at risk. */
export const frozenRefusal =
  "This response is flagged for safeguarding, and frozen until a lead takes the flag off: nothing is decided or tagged. You can still write a note";
