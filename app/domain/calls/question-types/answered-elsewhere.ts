import { z } from "zod";
import type { AnswerForm } from "./question-type.ts";

/** The form of a question that is answered by files or on pages of its own: its page's form has no field for it. */
export const answeredElsewhere: AnswerForm = {
  names: () => [],
  mostValues: 0,
  typed: z.undefined(),
  write: () => [],
};
