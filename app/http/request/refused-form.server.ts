import { parseWithZod, type Submission } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { ReceivedForm } from "./received-form.server.ts";

/**
 * A received form as its schema reads it. One that lost something on the way in
 * is never a success: what is saved would not be what was sent.
 */
export function parseForm<Schema extends z.ZodType>(
  form: ReceivedForm,
  schema: Schema,
): Submission<z.input<Schema>, string[], z.output<Schema>> {
  const submission = parseWithZod(form.fields, { schema });
  const lost = lostPartErrors(form);
  if (!lost) return submission;
  const found = submission.status === "success" ? {} : submission.error;
  const error = { ...found, ...lost };
  return {
    status: "error",
    payload: submission.payload,
    error,
    reply: () => ({ ...submission.reply(), status: "error", error }),
  };
}

const lostField = "This was too long, and is cut here. Shorten it";
const lostFields =
  "There was more in this form than it has room for, so nothing was saved. Check what stands here and send it again";

function lostPartErrors({ refusedParts }: ReceivedForm) {
  if (refusedParts.length === 0) return undefined;
  return Object.fromEntries(
    refusedParts.map(({ questionId = "", reason }) =>
      reason === "text-too-long"
        ? [questionId, [lostField]]
        : ["", [lostFields]],
    ),
  );
}
