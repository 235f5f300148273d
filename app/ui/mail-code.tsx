import { Button } from "./button.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { fieldProps, type FormReply } from "./form-reply.tsx";
import { Part } from "./page-parts.tsx";
import { TextField } from "./text-fields.tsx";

type MailCodeProps = {
  code: string;
  ownPath: string;
  draftMark: string;
  reply: FormReply | undefined;
  errorPrefix: string;
  words: { heading: string; note: string; label: string; send: string };
};

/** The code that stands on the page, to be sent to an address that is used this once. */
export function MailCode(props: MailCodeProps) {
  const { code, ownPath, draftMark, reply, errorPrefix, words } = props;
  return (
    <Part heading={words.heading} isOnScreenOnly>
      <p className="govuk-body">{words.note}</p>
      <form method="post" action={ownPath} noValidate>
        <DraftMark publicId={draftMark} />
        <input type="hidden" name="code" value={code} />
        <TextField
          {...fieldProps(reply, "email")}
          type="email"
          label={words.label}
          errorPrefix={errorPrefix}
          autoComplete="email"
          spellCheck={false}
        />
        <Button kind="secondary" name="intent" value="mail-code">
          {words.send}
        </Button>
      </form>
    </Part>
  );
}
