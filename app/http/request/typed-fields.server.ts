/** A field of a form that could not be taken, to be given back. */
export type TypedField = {
  name: string;
  value: string;
  /**
   * What a person wrote is shown. A word may be written or an entry of a list:
   * it travels along where the form can be sent again. What is carried tells a person nothing.
   */
  kind: "written" | "word" | "carried";
};

/** What our own forms hold beside what a person writes. */
const carriedNames = new Set([
  "assigneeId",
  "draft",
  "endOffset",
  "from",
  "held",
  "intent",
  "jobId",
  "parentId",
  "place",
  "purpose",
  "reference",
  "returnTo",
  "rowVersion",
  "session",
  "source",
  "staff",
  "startOffset",
  "state",
  "tagId",
  "tagIds",
  "version",
  "view",
  "wholePage",
]);

/** As the entries of our lists are written: "parent", "foster-carer". */
const wordPattern = /^[a-z0-9]*(-[a-z0-9]+)*$/;

/** The fields of a form as they were sent, in order. Passwords and files are not among them. */
export function typedFields(
  pairs: Iterable<[name: string, value: FormDataEntryValue]>,
): TypedField[] {
  return [...pairs].flatMap(([name, value]) =>
    typeof value === "string" && !/password/i.test(name)
      ? [{ name, value, kind: kindOf(name, value) }]
      : [],
  );
}

function kindOf(name: string, value: string): TypedField["kind"] {
  if (carriedNames.has(name)) return "carried";
  return wordPattern.test(value.trim()) ? "word" : "written";
}

/** Whether a form holds anything that somebody would be sorry to type, or to tick, again. */
export function hasTyped(fields: TypedField[]): boolean {
  return fields.some(
    ({ name, value, kind }) =>
      value.trim() !== "" && (kind !== "carried" || name === "tagIds"),
  );
}
