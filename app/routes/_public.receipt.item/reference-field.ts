/** Says of which response a form is: another tab may have opened another one since. */
export const referenceField = "reference";
