import type { FieldError } from "../error-summary.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";

type TagWords = { name: string; definition: string };

type TagFieldsProps = {
  values?: TagWords | undefined;
  errors: Partial<Record<string, string>>;
};

/** A tag's two fields, on the pages that are about tags only. */
export function TagFields({ values, errors }: TagFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        autoComplete="off"
        defaultValue={values?.name}
        error={errors.name}
      />
      <LongTextField
        name="definition"
        label="What it means"
        hint="Say what belongs under it and what does not, so that colleagues use it in the same way."
        rows={4}
        defaultValue={values?.definition}
        error={errors.definition}
      />
    </>
  );
}

/** The errors in the order of the fields, for the summary. */
export function summariseTagWords(
  errors: Partial<Record<string, string>>,
): FieldError[] {
  return ["name", "definition", "parentId"].flatMap((fieldId) => {
    const message = errors[fieldId];
    return message ? [{ fieldId, message }] : [];
  });
}
