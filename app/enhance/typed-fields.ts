/** What stands typed or chosen in a form, by its fields' names, in the order of the page. */
export type TypedFields = [name: string, value: string][];

/** The form's own fields: they tell which page was typed into, and are no answer. */
const ownFields = new Set(["draft", "version", "rendering", "intent"]);

/**
 * A form's fields. Not `form.elements`: a question may be named "elements", and
 * a form's own properties give way to its fields' names.
 */
export function fieldsOf(form: HTMLFormElement) {
  return form.querySelectorAll<
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  >("input, textarea, select");
}

/** What is in the boxes now. Files are left out: a script cannot put them back. */
export function readTyped(form: HTMLFormElement): TypedFields {
  const typed: TypedFields = [];
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") addTyped(typed, name, value);
  return typed;
}

/** What the server's page had in the boxes, whatever was typed or refilled since. */
export function readServed(form: HTMLFormElement): TypedFields {
  const served: TypedFields = [];
  for (const field of fieldsOf(form))
    for (const value of servedValues(field))
      addTyped(served, nameOf(field), value);
  return served;
}

function addTyped(typed: TypedFields, name: string, value: string) {
  if (name === "" || value === "" || ownFields.has(name)) return;
  typed.push([name, value.replace(/\r\n?/g, "\n")]);
}

function nameOf(field: Element): string {
  return field.getAttribute("name") ?? "";
}

function servedValues(field: Element): string[] {
  if (field instanceof HTMLTextAreaElement) return [field.defaultValue];
  if (field instanceof HTMLSelectElement)
    return [...field.options]
      .filter((option) => option.defaultSelected)
      .map((option) => option.value);
  if (!(field instanceof HTMLInputElement) || field.type === "file") return [];
  if (!isChoice(field)) return [field.defaultValue];
  return field.defaultChecked ? [field.value] : [];
}

function isChoice({ type }: HTMLInputElement): boolean {
  return type === "radio" || type === "checkbox";
}

/** Puts a kept text back into its boxes; what is not among it becomes empty. */
export function fillForm(form: HTMLFormElement, typed: TypedFields) {
  for (const field of fieldsOf(form)) {
    const name = nameOf(field);
    if (ownFields.has(name)) continue;
    const values = typed
      .filter(([of]) => of === name)
      .map(([, value]) => value);
    if (field instanceof HTMLInputElement && isChoice(field))
      field.checked = values.includes(field.value);
    else if (
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && field.type !== "file")
    )
      field.value = values[0] ?? "";
  }
}

export function isSameTyped(one: TypedFields, other: TypedFields): boolean {
  const inOrder = (fields: TypedFields) =>
    JSON.stringify(fields.map((field) => JSON.stringify(field)).sort());
  return inOrder(one) === inOrder(other);
}
