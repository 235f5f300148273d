import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TagNameField } from "../reading/tag-fields.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";

type RecodeFieldsProps = {
  names: string[];
  reply: FormReply | undefined;
  isPreviewed: boolean;
};

/** Where what is chosen below goes: to a tag by its name, or to one that is made for it. */
export function RecodeFields({ names, reply, isPreviewed }: RecodeFieldsProps) {
  return (
    <div className="heard-recode-fields">
      <p className="govuk-body">
        Choose below what is to have another tag, then say which.
      </p>
      <TagNameField
        {...fieldProps(reply, "to")}
        label="To this tag"
        names={names}
      />
      <details
        className="govuk-details"
        open={fieldProps(reply, "newName").defaultValue !== ""}
      >
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Or split it off into a new tag
          </span>
        </summary>
        <div className="govuk-details__text">
          <TextField
            {...fieldProps(reply, "newName")}
            label="Name of the new tag"
            autoComplete="off"
          />
          <LongTextField
            {...fieldProps(reply, "newDefinition")}
            label="What it means"
            rows={2}
          />
        </div>
      </details>
      <Button
        kind={isPreviewed ? "secondary" : "primary"}
        name="step"
        value="preview"
      >
        Show what changes
      </Button>
    </div>
  );
}
