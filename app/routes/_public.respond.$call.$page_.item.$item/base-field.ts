/** Which item a form was made from, beside the marks of its page. */
export const baseField = "base";
