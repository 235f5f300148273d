import { TextField, LongTextField } from "../text-fields.tsx";

export type TagOption = {
  tagId: number;
  name: string;
  definition: string;
  /** 0 for a tag that is part of no other. */
  depth: number;
};

/** What a form says of a tag to be defined, with its errors by field. */
export type NewTagValues = { newTagName: string; newTagDefinition: string };
export type NewTagProps = {
  /** Put before the fields' names where a page has several such forms. */
  prefix: string;
  values?: Partial<NewTagValues> | undefined;
  errors?: { [Field in keyof NewTagValues]?: string | undefined } | undefined;
};

/** A tag that is not on the list yet, named and defined where it is first needed. */
export function NewTagFields({ prefix, values, errors }: NewTagProps) {
  const isOpen = Boolean(
    values?.newTagName ||
    values?.newTagDefinition ||
    errors?.newTagName ||
    errors?.newTagDefinition,
  );
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Define a new tag</span>
      </summary>
      <div className="govuk-details__text">
        <TextField
          name={`${prefix}NewTagName`}
          label="Name of the new tag"
          defaultValue={values?.newTagName}
          error={errors?.newTagName}
          autoComplete="off"
        />
        <LongTextField
          name={`${prefix}NewTagDefinition`}
          label="What it means"
          hint="Say what belongs under it and what does not, so that colleagues use it in the same way."
          rows={3}
          defaultValue={values?.newTagDefinition}
          error={errors?.newTagDefinition}
        />
      </div>
    </details>
  );
}
