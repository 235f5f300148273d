import { z } from "zod";
import { text } from "./authoring/forms.ts";

/** What is decided about an opening, and which one was looked at. */
export const openingFormSchema = z
  .object({
    step: z.enum(["approve", "return", "take-back"]).default("approve"),
    seen: z.string().max(300).default(""),
    /** To whoever asked for it. */
    note: text,
  })
  .refine(({ step, note }) => step !== "return" || note !== "", {
    path: ["note"],
    message: "note-missing",
  });
