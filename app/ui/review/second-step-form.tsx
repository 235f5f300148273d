import { signOutAddress } from "#app/addresses.ts";
import {
  secondStepAddress,
  setUpSecondStepAddress,
} from "#app/people-addresses.ts";
import { Button } from "../button.tsx";
import { FormErrors, type FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";
import { type HeldForm, SendHeldForm, writeHeldForm } from "./held-form.tsx";

type SecondStepFormProps = {
  /** Where it leads to. */
  from: string;
  /** A form that waits for its sender to be signed in. */
  held?: HeldForm | undefined;
  reply?: FormReply | undefined;
};

/** The code of one's app, or one of the recovery codes. */
export function SecondStepForm({ from, held, reply }: SecondStepFormProps) {
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Your second step</h1>
      {held && (
        <p className="govuk-body">
          What you were about to save is kept on this page. Enter the code, then
          send it.
        </p>
      )}
      <form method="post" action={secondStepAddress} noValidate>
        <input type="hidden" name="from" value={from} />
        {held && (
          <input type="hidden" name="held" value={writeHeldForm(held)} />
        )}
        <TextField
          name="code"
          label="Code"
          hint="Six digits from your app. If you do not have it with you, one of your recovery codes."
          autoComplete="one-time-code"
          spellCheck={false}
          widthCharacters={20}
          error={reply?.errors.code}
        />
        <Button>Go on</Button>
      </form>
      <p className="govuk-body">
        If you have lost both, ask an admin of your team.
      </p>
      <form method="post" action={signOutAddress}>
        <Button kind="secondary">Sign out</Button>
      </form>
    </>
  );
}

type HeldBySessionProps = {
  held: HeldForm;
  need: "nothing" | "code" | "set-up";
  from: string;
};

/** Signed in again, with a form that waits: it is sent once the session opens its page. */
export function HeldBySession({ held, need, from }: HeldBySessionProps) {
  if (need === "code") return <SecondStepForm held={held} from={from} />;
  return (
    <>
      {need === "set-up" && (
        <p className="govuk-inset-text">
          Before you send it you need a second step.{" "}
          <a
            className="govuk-link"
            href={setUpSecondStepAddress}
            target="_blank"
            rel="noreferrer"
          >
            Set it up in another tab
          </a>
          , then come back here.
        </p>
      )}
      <SendHeldForm held={held} />
    </>
  );
}
