import { signInAddress } from "#app/addresses.ts";
import {
  forgottenAddress,
  joinAddress,
  providerPath,
} from "#app/people-addresses.ts";
import { Button } from "../button.tsx";
import { fieldProps, FormErrors, type FormReply } from "../form-reply.tsx";
import { Masthead, TwoThirds } from "../page-parts.tsx";
import { TextField } from "../text-fields.tsx";
import type { ReactNode } from "react";
import { type HeldForm, writeHeldForm } from "./held-form.tsx";
import { PasskeySignIn } from "./passkey-forms.tsx";

/** The page outside the team's own: for whoever is not signed in. */
export function SignInFrame(props: { name: string; children: ReactNode }) {
  return (
    <div className="heard-staff-page">
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      <Masthead home="/" name={props.name} by="Heard" />
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main-content">
          <TwoThirds>{props.children}</TwoThirds>
        </main>
      </div>
    </div>
  );
}

type SignInFormProps = {
  /** Where signing in leads to. */
  from: string | null;
  /** A form that waits for its sender to be signed in. */
  held?: HeldForm | undefined;
  /** A passkey was shown that lets nobody in. */
  isPasskeyRefused?: boolean;
  /** The team's identity provider, and what went wrong there. */
  provider?: { name: string; problem: string | undefined } | undefined;
  /** The form as it was sent, where it came back. */
  reply?: FormReply | undefined;
};

export function SignInForm({
  from,
  held,
  reply,
  isPasskeyRefused = false,
  provider,
}: SignInFormProps) {
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        {held ? "You have been signed out" : "Review team sign in"}
      </h1>
      {provider?.problem && (
        <p className="govuk-inset-text" role="alert">
          {provider.problem}
        </p>
      )}
      {held && (
        <p className="govuk-body">
          What you were about to save is kept on this page. Sign in, then send
          it.
        </p>
      )}
      <form method="post" action={signInAddress()} noValidate>
        <input type="hidden" name="from" value={from ?? ""} />
        {held && (
          <input type="hidden" name="held" value={writeHeldForm(held)} />
        )}
        <TextField
          {...fieldProps(reply, "email")}
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={reply?.errors.password}
        />
        <Button>Sign in</Button>
      </form>
      {isPasskeyRefused && (
        <p className="govuk-inset-text">
          That passkey is none of the team's, or was removed. Sign in with your
          password.
        </p>
      )}
      {!held && provider && <ProviderSignIn name={provider.name} from={from} />}
      {!held && <PasskeySignIn from={from} />}
      <p className="govuk-body">
        <a className="govuk-link" href={forgottenAddress}>
          Forgotten your password?
        </a>{" "}
        Were you invited?{" "}
        <a className="govuk-link" href={joinAddress}>
          Join with your code
        </a>
      </p>
      <p className="govuk-body">
        If you cannot sign in, ask an admin of your team.
      </p>
    </>
  );
}

/** A link: a form that leads on to another site is stopped by the page's own policy. */
function ProviderSignIn(props: { name: string; from: string | null }) {
  return (
    <a
      className="govuk-button govuk-button--secondary"
      href={providerPath(props.from ?? "")}
    >
      Sign in with {props.name}
    </a>
  );
}
