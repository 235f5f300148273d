import { Form as RemixForm } from "@remix-run/react";
import type { ReactNode } from "react";

export const questions = [
  ["q1", "What evidence do you have on the current arrangements?"],
  ["q2", "What are the main barriers you have seen?"],
  ["q3", "What would you change, and why?"],
  ["q4", "What would the costs and benefits of that change be?"],
  ["q5", "Is there anything else you want to tell us?"],
] as const;

const kinds = [
  ["individual", "An individual"],
  ["organisation", "An organisation"],
  ["la", "A local authority"],
  ["academic", "An academic or research body"],
] as const;

type Errors = Partial<Record<string, string>>;

type GroupProps = { id: string; errors: Errors; children: ReactNode };

function Group({ id, errors, children }: GroupProps) {
  const error = errors[id];
  return (
    <div
      className={
        error
          ? "govuk-form-group govuk-form-group--error"
          : "govuk-form-group govuk-character-count"
      }
    >
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function Form(props: { token: string; closes: string; errors: Errors }) {
  const { token, closes, errors } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Respond to the call for evidence</h1>
        <p className="govuk-body">
          This call for evidence closes on {closes}. You can answer some or all
          of the questions. You can attach one supporting document.
        </p>
        <div className="govuk-inset-text">
          Do not include personal information about other people in your
          answers. We may publish responses from organisations.
        </div>
        <RemixForm method="post" noValidate encType="multipart/form-data">
          <input type="hidden" name="csrf" value={token} />
          <TextInput id="name" label="Full name" errors={errors} />
          <TextInput id="email" label="Email address" errors={errors} />
          <TextInput id="organisation" label="Organisation" errors={errors} />
          <Kinds errors={errors} />
          {questions.map(([id, label], index) => (
            <Question key={id} {...{ id, label, index, errors }} />
          ))}
          <Group id="file" errors={errors}>
            <label className="govuk-label govuk-label--s" htmlFor="file">
              Attach a supporting document (optional)
            </label>
            <div id="file-hint" className="govuk-hint">
              PDF, Word or OpenDocument, up to 10MB
            </div>
            <input
              className="govuk-file-upload"
              id="file"
              name="file"
              type="file"
              accept=".pdf,.docx,.odt"
              aria-describedby="file-hint"
            />
          </Group>
          <Group id="declaration" errors={errors}>
            <input
              className="govuk-checkboxes__input"
              id="declaration"
              name="declaration"
              type="checkbox"
              value="yes"
            />
            <label
              className="govuk-label govuk-checkboxes__label"
              htmlFor="declaration"
            >
              I have read the privacy notice and I am happy for my response to
              be used as it describes
            </label>
          </Group>
          <button type="submit" className="govuk-button">
            Send your response
          </button>
        </RemixForm>
      </div>
    </div>
  );
}

type InputProps = { id: string; label: string; errors: Errors };

function TextInput({ id, label, errors }: InputProps) {
  return (
    <Group id={id} errors={errors}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      <input className="govuk-input" id={id} name={id} type="text" />
    </Group>
  );
}

function Kinds({ errors }: { errors: Errors }) {
  return (
    <Group id="respond_as" errors={errors}>
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          Who are you responding as?
        </legend>
        <div className="govuk-radios">
          {kinds.map(([value, label]) => (
            <div className="govuk-radios__item" key={value}>
              <input
                className="govuk-radios__input"
                id={`respond_as-${value}`}
                name="respond_as"
                type="radio"
                value={value}
              />
              <label
                className="govuk-label govuk-radios__label"
                htmlFor={`respond_as-${value}`}
              >
                {label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </Group>
  );
}

function Question({
  id,
  label,
  index,
  errors,
}: InputProps & { index: number }) {
  return (
    <Group id={id} errors={errors}>
      <label className="govuk-label govuk-label--m" htmlFor={id}>
        Question {index + 1}. {label}
      </label>
      <div id={`${id}-hint`} className="govuk-hint">
        Give sources for any figures you use. Do not include names of other
        people.
      </div>
      <textarea
        className="govuk-textarea"
        id={id}
        name={id}
        rows={8}
        aria-describedby={`${id}-info ${id}-hint`}
      />
      <div id={`${id}-info`} className="govuk-hint">
        You can enter up to 10,000 characters
      </div>
    </Group>
  );
}
