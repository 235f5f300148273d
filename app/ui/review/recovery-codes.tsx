import { queueAddress } from "#app/addresses.ts";
import { ButtonLink } from "../button.tsx";

/** Codes for the day the app is lost, shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <>
      <h1 className="govuk-heading-l">Keep these recovery codes</h1>
      <p className="govuk-body">
        When you do not have your app, each of them lets you in once in its
        place. Print this page or write them down, and keep them where your
        password is not. They are not shown again.
      </p>
      <ol className="heard-recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="heard-key">{code}</code>
          </li>
        ))}
      </ol>
      <div className="heard-no-print">
        <ButtonLink to={queueAddress()}>I have kept them</ButtonLink>
      </div>
    </>
  );
}
