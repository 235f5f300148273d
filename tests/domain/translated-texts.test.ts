import { expect, test } from "vitest";
import { z } from "zod";
import type { DefinitionPartKind } from "#app/domain/calls/authoring/working-copy.ts";
import { textsOfPart } from "#app/domain/calls/authoring/translation/call-texts.ts";
import { definitionShape } from "#app/domain/calls/definition.ts";
import { wordsSchema } from "#app/domain/calls/languages.ts";
import { nameText } from "#app/screens/review/call-translation-names.ts";

const namesOfWords = Object.keys(wordsSchema.shape).join();

/** The way to each text that a definition may hold, by names alone: "pages.questions.choices.hint". */
function waysToWords(schema: unknown, way: string[] = []): string[] {
  if (schema instanceof z.ZodObject) {
    if (Object.keys(schema.shape).join() === namesOfWords)
      return [way.join(".")];
    return Object.entries(schema.shape).flatMap(([name, member]) =>
      waysToWords(member, [...way, name]),
    );
  }
  if (schema instanceof z.ZodArray) return waysToWords(schema.def.element, way);
  if (schema instanceof z.ZodUnion)
    return schema.def.options.flatMap((one) => waysToWords(one, way));
  if (schema instanceof z.ZodPipe) return waysToWords(schema.def.in, way);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  )
    return waysToWords(schema.def.innerType, way);
  return [];
}

const ways = [...new Set(waysToWords(definitionShape))];

/** A value with words at the end of a way, each thing on it in a list where a definition has a list. */
function valueAt([name, ...rest]: string[]): unknown {
  if (name === undefined) return { en: "Words" };
  const lists = ["pages", "sections", "questions", "choices", "helpLines"];
  const member = valueAt(rest);
  return {
    [name]: lists.includes(name)
      ? [{ ...(member as object), id: `one-${name}` }]
      : member,
  };
}

const kinds: Record<string, DefinitionPartKind> = {
  ...{ pages: "page", sections: "section", equality: "equality" },
};

test("every text that a definition may hold can be translated, under a name", () => {
  expect(ways.length).toBeGreaterThan(20);
  for (const way of ways) {
    const [first = "", ...rest] = way.split(".");
    const kind = kinds[first] ?? "about";
    const body = valueAt(kind === "about" ? [first, ...rest] : rest) as never;
    const found = textsOfPart({ kind, key: "one", rowVersion: 0, body });
    expect(found.length, way).toBe(1);
    const names = found.flatMap((text) => nameText(text).split(": "));
    // A name that is not known is the schema's own.
    expect(names.filter((name) => /^[a-z]/.test(name))).toEqual([]);
  }
});
