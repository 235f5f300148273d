import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";

type TagFieldsProps = {
  /** The tag as it is saved, where there is one. */
  tag?: {
    name: string;
    definition: string;
    includeNote: string;
    excludeNote: string;
    tint: string | null;
  };
  /** The name of what it is part of. */
  partOf?: string | undefined;
  /** The names to choose from; none where they are too many to be sent along. */
  names: string[];
  reply: FormReply | undefined;
};

/** A tag's fields, on the pages that are about tags only. */
export function TagFields({ tag, partOf, names, reply }: TagFieldsProps) {
  return (
    <>
      <TextField
        {...fieldProps(reply, "name", tag?.name)}
        label="Name"
        autoComplete="off"
      />
      <LongTextField
        {...fieldProps(reply, "definition", tag?.definition)}
        label="What it means"
        hint="So that colleagues use it in the same way."
        rows={3}
      />
      <LongTextField
        {...fieldProps(reply, "includeNote", tag?.includeNote)}
        label="Include (optional)"
        hint="What belongs under it, with an example."
        rows={2}
      />
      <LongTextField
        {...fieldProps(reply, "excludeNote", tag?.excludeNote)}
        label="Leave out (optional)"
        hint="What does not, and which tag it belongs under."
        rows={2}
      />
      <TagNameField
        {...fieldProps(reply, "partOf", partOf)}
        label="Part of (optional)"
        names={names}
      />
      <TextField
        {...fieldProps(reply, "tint", tag?.tint ?? "")}
        label="Colour (optional)"
        hint="As #1d70b8"
        widthCharacters={10}
        autoComplete="off"
      />
    </>
  );
}

type TagNameFieldProps = Omit<Parameters<typeof TextField>[0], "type"> & {
  names: string[];
};

/** A tag is chosen by its name: a list of 5,000 to choose from would weigh more than the page. */
export function TagNameField({ names, ...field }: TagNameFieldProps) {
  const listId = `${field.name}-names`;
  return (
    <>
      <TextField
        {...field}
        hint="The name of a tag."
        autoComplete="off"
        list={names.length > 0 ? listId : undefined}
      />
      {names.length > 0 && (
        <datalist id={listId}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}
