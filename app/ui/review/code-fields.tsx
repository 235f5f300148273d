import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type Reply = { reply: FormReply | undefined };

/** A code from a mail, to be pasted. */
export function CodeField({ reply }: Reply) {
  return (
    <TextField
      {...fieldProps(reply, "code")}
      label="The code from the mail"
      hint="Six groups of four letters and numbers"
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** A password that somebody chooses; what was typed is never sent back. */
export function NewPasswordField({ reply, hint }: Reply & { hint: string }) {
  return (
    <TextField
      name="newPassword"
      label="A password of your own"
      hint={hint}
      type="password"
      autoComplete="new-password"
      error={reply?.errors.newPassword}
    />
  );
}
