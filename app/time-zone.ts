/** The clocks by which the review opens and closes its calls, and tells people of it. */
export const timeZone = "Europe/London";
