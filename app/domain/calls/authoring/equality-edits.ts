import { z } from "zod";
import type { EqualityQuestions } from "../equality.ts";
import { seen } from "./forms.ts";
import { seenOf, type WorkingCopy } from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

/** Whether the person is asked about themselves after sending: not, by the standard, or as the call asks now. */
export const equalityFormSchema = z.object({
  ask: z.enum(["nothing", "standard", "own"]).default("nothing"),
  seen,
});

/** How the form says which questions it was filled in over. */
export function seenOfEquality(copy: WorkingCopy): string {
  return copy.equality
    ? seenOf(copy, copy.equality)
    : `${copy.basedOn}.nothing`;
}

/** Asks the questions of the standard, those that the call has already, or none: their words are nobody's to change. */
export function changeEquality(
  copy: WorkingCopy,
  form: z.output<typeof equalityFormSchema> & { standard: EqualityQuestions },
): Edit<"changed-meanwhile"> {
  if (seenOfEquality(copy) !== form.seen)
    return { refused: "changed-meanwhile" };
  const did = { what: "equality", key: form.ask };
  if (form.ask === "own") return { after: copy, did };
  if (form.ask === "nothing")
    return { after: { ...copy, equality: undefined }, did };
  const part = { kind: "equality" as const, key: "equality", rowVersion: 0 };
  return {
    after: {
      ...copy,
      equality: { ...part, ...copy.equality, body: form.standard },
    },
    did,
  };
}
