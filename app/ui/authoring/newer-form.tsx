import type { ComponentProps } from "react";
import { Button } from "../button.tsx";
import { Part } from "../page-parts.tsx";
import { BrokenRules } from "./remove-form.tsx";
import { TextChanges } from "./text-changes.tsx";

type NewerFormProps = {
  name: string;
  bankHref: string;
  version: number;
  /** The version that was copied. */
  ours: number;
  seen: string;
  places: ComponentProps<typeof TextChanges>["places"];
  /** Options that the newer version has no more. */
  gone: string[];
  brokenRules: string[];
};

/** What a newer version of the bank would change of a question, with the two ways to settle it. */
export function NewerForm(props: NewerFormProps) {
  const { name, bankHref, version, ours, seen, places, gone } = props;
  return (
    <>
      <p className="govuk-body">
        This question came from{" "}
        <a className="govuk-link" href={bankHref}>
          {name}
        </a>
        , version {ours}. The bank has version {version} by now. Below stands
        what this call asks, and what it would ask.
      </p>
      <TextChanges places={places} />
      {places.length === 0 && (
        <p className="govuk-body">
          The words are the same: only their order is another.
        </p>
      )}
      {gone.length > 0 && (
        <Part heading="Options that would go">
          <ul className="govuk-list govuk-list--bullet">
            {gone.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
          <p className="govuk-body">
            Answers that were given with them stay with the responses.
          </p>
        </Part>
      )}
      <BrokenRules lines={props.brokenRules} />
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="version" value={version} />
        <div className="govuk-button-group">
          <Button name="step" value="take">
            Take it
          </Button>
          <Button kind="secondary" name="step" value="keep">
            Keep ours
          </Button>
        </div>
      </form>
    </>
  );
}
