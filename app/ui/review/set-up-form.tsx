import { setUpSecondStepAddress } from "#app/people-addresses.ts";
import { Button } from "../button.tsx";
import { FormErrors, type FormReply } from "../form-reply.tsx";
import { QrCode } from "../qr-code.tsx";
import { TextField } from "../text-fields.tsx";

type SetUpFormProps = {
  isReplacing: boolean;
  isRequired: boolean;
  offer: string;
  uri: string;
  typedKey: string;
  reply: FormReply | undefined;
};

/** A key to be taken into an app, and the code that shows it is there. */
export function SetUpForm(props: SetUpFormProps) {
  const { isReplacing, isRequired, offer, uri, typedKey, reply } = props;
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        {isReplacing
          ? "Use another app for your second step"
          : "Set up your second step"}
      </h1>
      {isRequired && !isReplacing && (
        <p className="govuk-body">
          What people have sent is opened by a password and a code from an app
          on your phone or computer. It takes two minutes, once.
        </p>
      )}
      <form method="post" action={setUpSecondStepAddress} noValidate>
        <input type="hidden" name="offer" value={offer} />
        <h2 className="govuk-heading-m">1. Take this key into your app</h2>
        <p className="govuk-body">
          Any authenticator app will do. Let it read the picture, or type the
          key.
        </p>
        <QrCode text={uri} label="The key, for the camera of your app" />
        <p className="govuk-body">
          Key: <code className="heard-key">{typedKey}</code>
        </p>
        <h2 className="govuk-heading-m">2. Enter the code that it shows</h2>
        {isReplacing && (
          <TextField
            name="password"
            label="Your password"
            type="password"
            autoComplete="current-password"
            error={reply?.errors.password}
          />
        )}
        <TextField
          name="code"
          label="Code"
          hint="Six digits, another every 30 seconds"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          widthCharacters={10}
          error={reply?.errors.code}
        />
        <Button>Set it up</Button>
      </form>
    </>
  );
}
