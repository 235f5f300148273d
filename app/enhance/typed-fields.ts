/** What stands typed or chosen in a form, by its fields' names, in the order of the page. */
export type TypedFields = [name: string, value: string][];

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
  const own = ownFieldsOf(form);
  const typed: TypedFields = [];
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !own.has(name))
      addTyped(typed, name, value);
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
  if (name === "" || value === "") return;
  typed.push([name, value.replace(/\r\n?/g, "\n")]);
}

/** Hidden fields tell which page was typed into, and are no answer. */
function ownFieldsOf(form: HTMLFormElement): Set<string> {
  return new Set([...fieldsOf(form)].filter(isHidden).map(nameOf));
}

function isHidden({ type }: { type: string }): boolean {
  return type === "hidden";
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
  if (!(field instanceof HTMLInputElement)) return [];
  if (isHidden(field) || field.type === "file") return [];
  if (!isChoice(field)) return [field.defaultValue];
  return field.defaultChecked ? [field.value] : [];
}

function isChoice({ type }: HTMLInputElement): boolean {
  return type === "radio" || type === "checkbox";
}

/** What is said of a file: one that came after a text was kept is not told of in it. */
const isAboutFile = (name: string) => name.startsWith("about-");

/** Puts a kept text back into its boxes; what is not among it becomes empty. */
export function fillForm(form: HTMLFormElement, typed: TypedFields) {
  for (const field of fieldsOf(form)) {
    const name = nameOf(field);
    if (isHidden(field)) continue;
    const values = typed
      .filter(([of]) => of === name)
      .map(([, value]) => value);
    if (isAboutFile(name) && values.length === 0) continue;
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
