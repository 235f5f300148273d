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
  /** Scans that wait since the form came back. */
  held: { key: string; name: string }[];
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
        hint="Stands beside the words, for whoever checks them."
        acceptedExtensions={props.extensions}
        allowsSeveral
      >
        <HeldScans held={props.held} />
      </FileField>
      <h2 className="govuk-heading-m">Their words</h2>
      <p className="govuk-hint">
        As they wrote or said them. Leave empty what they did not answer.
      </p>
      {props.children}
      <Button>Take it in</Button>
    </form>
  );
}

/** What need not be chosen again; whoever takes a tick away leaves the file out. */
function HeldScans({ held }: Pick<EntryFormProps, "held">) {
  if (held.length === 0) return null;
  return (
    <fieldset className="govuk-fieldset heard-held-scans">
      <legend className="govuk-fieldset__legend">Here already</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {held.map(({ key, name }, index) => (
          <div className="govuk-checkboxes__item" key={key}>
            <input
              className="govuk-checkboxes__input"
              id={`held-${index + 1}`}
              name="heldScans"
              type="checkbox"
              value={key}
              defaultChecked
            />
            <label
              className="govuk-label govuk-checkboxes__label"
              htmlFor={`held-${index + 1}`}
            >
              <bdi>{name}</bdi>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
