import {
  newPasskeyAddress,
  passkeysAddress,
  passkeySignInAddress,
} from "#app/people-addresses.ts";
import { Button } from "../button.tsx";
import type { FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

/** Shown by the page's script, where the browser knows passkeys. */
export function PasskeySignIn({ from }: { from: string | null }) {
  return (
    <form
      method="post"
      action={passkeySignInAddress}
      data-heard-passkey="sign-in"
      data-heard-options={passkeySignInAddress}
      hidden
    >
      <input type="hidden" name="from" value={from ?? ""} />
      <input type="hidden" name="credential" value="" />
      <Button kind="secondary">Use a passkey</Button>
      <p className="govuk-error-message" role="alert" data-heard-trouble hidden>
        No passkey was used. Try again, or sign in with your password.
      </p>
    </form>
  );
}

/** Makes a passkey on this device. */
export function AddPasskey({ reply }: { reply: FormReply | undefined }) {
  return (
    <>
      <h2 className="govuk-heading-m">Add a passkey</h2>
      <p className="govuk-body" data-heard-no-passkeys hidden>
        This browser does not know passkeys.
      </p>
      <noscript>
        <p className="govuk-body">Adding one needs JavaScript.</p>
      </noscript>
      <form
        method="post"
        action={passkeysAddress}
        data-heard-passkey="add"
        data-heard-options={newPasskeyAddress}
        hidden
      >
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="credential" value="" />
        <TextField
          name="newName"
          label="What you call it"
          hint="Such as “Work laptop”"
          autoComplete="off"
          maxLength={60}
          widthCharacters={20}
          error={reply?.errors.newName}
        />
        <Button>Add a passkey</Button>
        <p
          className="govuk-error-message"
          role="alert"
          data-heard-trouble
          hidden
        >
          No passkey was made. This device may have one of yours already.
        </p>
      </form>
    </>
  );
}

type PasskeyLine = { passkeyId: string; name: string; made: string };

/** One's passkeys, each to be named or removed. */
export function PasskeyList({ passkeys }: { passkeys: PasskeyLine[] }) {
  if (passkeys.length === 0)
    return <p className="govuk-body">You have none yet.</p>;
  return (
    <ul className="heard-jobs">
      {passkeys.map(({ passkeyId, name, made }) => (
        <li className="heard-jobs__job" key={passkeyId}>
          <p className="heard-jobs__words">
            <strong>{name}</strong>
            <span className="heard-jobs__facts">{made}</span>
          </p>
          <form
            method="post"
            action={passkeysAddress}
            className="heard-buttons"
          >
            <input type="hidden" name="passkey" value={passkeyId} />
            <label className="govuk-visually-hidden" htmlFor={passkeyId}>
              Another name for {name}
            </label>
            <input
              className="govuk-input govuk-input--width-10"
              id={passkeyId}
              name="name"
              defaultValue={name}
              maxLength={60}
            />
            <PressButton intent="name" label="Rename" hidden={name} />
            <PressButton intent="remove" label="Remove" hidden={name} />
          </form>
        </li>
      ))}
    </ul>
  );
}

function PressButton(props: { intent: string; label: string; hidden: string }) {
  return (
    <button
      type="submit"
      name="intent"
      value={props.intent}
      className="govuk-button govuk-button--secondary heard-button--small"
    >
      {props.label}
      <span className="govuk-visually-hidden"> {props.hidden}</span>
    </button>
  );
}
