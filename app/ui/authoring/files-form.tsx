import { Button } from "../button.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";
import { seenIn } from "./about-form.tsx";
import { OtherText } from "./editor-parts.tsx";

type FilesFormProps = {
  form: { seen: string; maxFiles: string; maxFileMegabytes: string };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** How many files, and how large. */
export function FilesForm({ form, reply }: FilesFormProps) {
  const texts = [
    { name: "maxFiles", label: "Files at most", text: form.maxFiles },
    {
      name: "maxFileMegabytes",
      label: "Megabytes a file at most",
      text: form.maxFileMegabytes,
    },
  ];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {texts.map(({ name, label, text }) => (
        <TextField
          key={name}
          {...fieldProps(reply, name, text)}
          label={label}
          inputMode="numeric"
          autoComplete="off"
          widthCharacters={4}
        />
      ))}
      {reply?.isConflict && (
        <OtherText
          texts={texts.filter(
            ({ name, text }) => sentText(reply, name) !== text,
          )}
        />
      )}
      <Button>Save</Button>
    </form>
  );
}
