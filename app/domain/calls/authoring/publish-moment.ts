import type { z } from "zod";
import { readTypedMoment, type TypedMomentProblem } from "../typed-time.ts";
import type { publishFormSchema } from "./forms.ts";

type Moment =
  | { ok: true; at: Date | undefined }
  | ({ ok: false } & TypedMomentProblem)
  | { ok: false; field: "day"; reason: "in-the-past" };

/** When what is approved is to be published; undefined for at once. */
export function readPublishing(
  form: z.output<typeof publishFormSchema>,
  now: Date,
): Moment {
  if (form.step !== "approve" || form.when === "now")
    return { ok: true, at: undefined };
  const moment = readTypedMoment(form);
  if (moment.ok && moment.at <= now)
    return { ok: false, field: "day", reason: "in-the-past" };
  return moment;
}
