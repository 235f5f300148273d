import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";

type TagFieldsProps = {
  /** The tag as it is saved, where there is one. */
  tag?: { name: string; definition: string };
  reply: FormReply | undefined;
};

/** A tag's two fields, on the pages that are about tags only. */
export function TagFields({ tag, reply }: TagFieldsProps) {
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
        hint="Say what belongs under it and what does not, so that colleagues use it in the same way."
        rows={4}
      />
    </>
  );
}
