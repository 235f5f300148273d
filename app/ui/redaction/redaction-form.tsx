import { useContext, useEffect, useRef } from "react";
import { Button } from "../button.tsx";
import { type Choice, SelectField } from "../choice-fields.tsx";
import { fieldProps } from "../form-reply.tsx";
import {
  type PassageReply,
  QuoteFields,
  SelectionFields,
} from "../reading/passage-form.tsx";
import { TaggerContext } from "../reading/passage-tagger.tsx";

type RedactionFormProps = {
  action: string;
  sources: Choice[];
  reasons: Choice[];
  /** The form as it was sent, where it came back. */
  reply: PassageReply | undefined;
};

/** Words that are marked by selecting them, or by quoting them where nothing can be selected. */
export function RedactionForm(props: RedactionFormProps) {
  const { action, sources, reasons, reply } = props;
  const { selected, isOpen, close } = useContext(TaggerContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>("#reason")?.focus();
  }, [isOpen]);
  if (sources.length === 0) return null;
  const heading = isOpen ? "Redact the selected words" : "Mark other words";
  const selection = isOpen ? selected?.text : undefined;
  return (
    <section className="heard-work">
      <div
        ref={box}
        className={isOpen ? "heard-tagger heard-tagger--docked" : undefined}
        role={isOpen ? "dialog" : undefined}
        aria-label={isOpen ? heading : undefined}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isOpen) close();
        }}
      >
        <h2 className="govuk-heading-s">{heading}</h2>
        <form method="post" action={action} noValidate>
          {selection && <SelectionFields selection={selection} />}
          {/* Disabled, not taken away: what was typed there stays. */}
          <fieldset
            className="govuk-fieldset"
            disabled={selection !== undefined}
            hidden={selection !== undefined}
          >
            <legend className="govuk-visually-hidden">The words</legend>
            <QuoteFields
              reply={reply}
              sources={sources}
              label="Words to redact"
            />
          </fieldset>
          <SelectField
            label="Why"
            choices={reasons}
            emptyLabel="Choose a reason"
            {...fieldProps(reply, "reason")}
          />
          <div className="govuk-button-group">
            <Button kind={isOpen ? "primary" : "secondary"}>
              Propose to redact
            </Button>
            {isOpen && (
              <button
                type="button"
                className="govuk-button govuk-button--secondary"
                onClick={close}
              >
                Cancel
              </button>
            )}
          </div>
        </form>
      </div>
    </section>
  );
}
