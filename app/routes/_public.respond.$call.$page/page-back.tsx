import { BackButton } from "#app/ui/button.tsx";
import type { Words } from "#app/words/words.ts";
import { formFields, intents } from "./page-fields.ts";

/** In capitals, so that it can be no question's. */
export const pageFormId = "pageForm";

/** Back saves what is typed, then goes back. It is one of the form's buttons, above it. */
export function PageBack({ words }: { words: Words }) {
  return (
    <>
      <DefaultButton label={words.form.continue} />
      <BackButton
        form={pageFormId}
        name={formFields.intent}
        value={intents.back}
      >
        {words.form.back}
      </BackButton>
    </>
  );
}

/** Enter in a text field presses a form's first button: that must not be one that leads back, uploads or removes. */
function DefaultButton({ label }: { label: string }) {
  return (
    <button
      className="govuk-visually-hidden"
      type="submit"
      form={pageFormId}
      name={formFields.intent}
      value={intents.continue}
      tabIndex={-1}
      aria-hidden="true"
    >
      {label}
    </button>
  );
}
