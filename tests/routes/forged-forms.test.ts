import { expect, test } from "vitest";
import { z } from "zod";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { wordsIn } from "#app/words/words.ts";

const schema = z.object({
  seen: z.string(),
  step: z.enum(["save", "remove"]),
  item: z.array(z.string()).max(2).default([]),
  title: z
    .string()
    .optional()
    .transform((typed = "") => typed)
    .refine((typed) => typed !== "", "title-missing"),
});

function parsed(typed: [string, string][], says = {}) {
  const fields = new FormData();
  for (const [name, value] of typed) fields.append(name, value);
  const form = { fields, stagedFiles: [], refusedParts: [] };
  const submission = parseForm(form, schema, says);
  return submission.status === "success" ? undefined : submission.error;
}

test("what no page of ours sends is refused in words for a person, and what a person left out in its own", () => {
  const words = wordsIn("en").form.lost.otherThanSent;
  const forged: [string, string][] = [
    ["step", "publish"],
    ["item", "1"],
    ["item", "2"],
    ["item", "3"],
  ];
  expect(parsed(forged, { "title-missing": "Enter a title" })).toEqual({
    ...{ seen: [words], step: [words], item: [words] },
    title: ["Enter a title"],
  });
  const welsh = wordsIn("cy").form.lost;
  expect(parsed(forged, welsh)?.step).toEqual([welsh.otherThanSent]);
});
