/** The id of the item that a form adds: sent twice, it adds one. */
export const itemField = "item";
