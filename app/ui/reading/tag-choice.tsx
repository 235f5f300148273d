import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TextField, LongTextField } from "../text-fields.tsx";

export type TagOption = {
  tagId: number;
  name: string;
  definition: string;
  /** 0 for a tag that is part of no other. */
  depth: number;
};

export type FinderTag = Omit<TagOption, "definition"> & {
  definition?: string;
  isRetired?: boolean;
};

type NewTagProps = {
  /** Put before the fields' names where a page has several such forms. */
  prefix: string;
  reply?: FormReply | undefined;
};

/** A tag that is not on the list yet, named and defined where it is first needed. */
export function NewTagFields({ prefix, reply }: NewTagProps) {
  const name = fieldProps(reply, `${prefix}NewTagName`);
  const definition = fieldProps(reply, `${prefix}NewTagDefinition`);
  const isOpen = [name, definition].some(
    ({ defaultValue, error }) => defaultValue !== "" || error !== undefined,
  );
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Define a new tag</span>
      </summary>
      <div className="govuk-details__text">
        <TextField {...name} label="Name of the new tag" autoComplete="off" />
        <LongTextField
          {...definition}
          label="What it means"
          hint="Say what belongs under it and what does not, so that colleagues use it in the same way."
          rows={3}
        />
      </div>
    </details>
  );
}
