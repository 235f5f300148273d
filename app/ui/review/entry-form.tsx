import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type EntryFormProps = {
  name: string;
  sendPath: string;
  channels: Choice[];
  extensions: readonly string[];
  reply: FormReply | undefined;
  /** The fields of the call's questions. */
  children: ReactNode;
};

/** What somebody wrote or said, as it is keyed in for a call. */
export function EntryForm(props: EntryFormProps) {
  const { reply } = props;
  return (
    <form
      method="post"
      action={props.sendPath}
      encType="multipart/form-data"
      noValidate
    >
      <p className="govuk-body">
        For <bdi>{props.name}</bdi>
      </p>
      <RadiosField
        {...fieldProps(reply, "channel")}
        label="How did it reach the review?"
        choices={props.channels}
        isInline
        isSmall
      />
      <TextField
        {...fieldProps(reply, "receivedOn")}
        label="On which day did it come?"
        hint="For example, 31/5/2026"
        widthCharacters={10}
        autoComplete="off"
      />
      <FileField
        name="scan"
        error={reply?.errors.scan}
        label="Scan or file of it"
        hint="Stands beside the words, for whoever checks them. Choose it last: if something has to be put right here, it is chosen again."
        acceptedExtensions={props.extensions}
        allowsSeveral
      />
      <h2 className="govuk-heading-m">Their words</h2>
      <p className="govuk-hint">
        As they wrote or said them. Leave empty what they did not answer.
      </p>
      {props.children}
      <Button>Take it in</Button>
    </form>
  );
}
