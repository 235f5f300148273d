import { queueAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";

/** A form that could not be taken because its sender was signed out. */
export type HeldForm = {
  /** Where it was posted to: a path of the review side. */
  action: string;
  fields: [name: string, value: string][];
};

/** As the sign-in form carries it: pairs as in a form, the address first. */
export function writeHeldForm({ action, fields }: HeldForm): string {
  return new URLSearchParams([["", action], ...fields]).toString();
}

/** Signed in again: the held form, to be sent as it was. */
export function SendHeldForm({ held }: { held: HeldForm }) {
  return (
    <>
      <h1 className="govuk-heading-l">You are signed in again</h1>
      <p className="govuk-body">
        What you were about to save is kept on this page. Send it now.
      </p>
      <form method="post" action={held.action}>
        {held.fields.map(([name, value], index) => (
          <textarea
            hidden
            readOnly
            key={`${name} ${index}`}
            name={name}
            value={value}
          />
        ))}
        <Button>Send what I typed</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={queueAddress()}>
          Do not send it, and go to the queue
        </a>
      </p>
    </>
  );
}
