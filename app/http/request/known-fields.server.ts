import { z } from "zod";

/**
 * What an action knows of its form before it reads it: the names of its fields,
 * each with the most values it may have. Whatever else is sent is left unread.
 */
export type KnownFields = Pick<ReadonlyMap<string, number>, "get" | "has">;

/** More values than any list has are not a person's choice. */
const mostValuesOfList = 200;

/**
 * The fields of a form from the schema it is parsed with, every arm of a union
 * included, and the names that stand beside it: the way back, a button.
 */
export function knownFields(
  schema: z.ZodType | undefined,
  ...besides: string[]
): ReadonlyMap<string, number> {
  const known = new Map<string, number>(besides.map((name) => [name, 1]));
  if (schema) addFieldsOf(schema, known);
  return known;
}

function addFieldsOf(schema: unknown, known: Map<string, number>) {
  if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape))
      known.set(name, mostValuesOf(field));
  } else if (schema instanceof z.ZodPipe) {
    addFieldsOf(schema.def.in, known);
  } else if (schema instanceof z.ZodUnion) {
    for (const arm of schema.def.options) addFieldsOf(arm, known);
  } else if (schema instanceof z.ZodIntersection) {
    addFieldsOf(schema.def.left, known);
    addFieldsOf(schema.def.right, known);
  } else {
    throw new TypeError("A form is an object of fields, or a union of such");
  }
}

function mostValuesOf(field: unknown): number {
  if (field instanceof z.ZodArray) {
    const { maximum } = field._zod.bag;
    return typeof maximum === "number" ? maximum : mostValuesOfList;
  }
  if (field instanceof z.ZodPipe) return mostValuesOf(field.def.in);
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodNullable ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodCatch
  )
    return mostValuesOf(field.def.innerType);
  return 1;
}
