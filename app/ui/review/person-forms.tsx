import { personAddress } from "#app/people-addresses.ts";
import { Button, ButtonLink } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { type FormReply, sentText } from "../form-reply.tsx";

type PersonFormsProps = {
  person: {
    staffId: string;
    name: string;
    roleValue: string;
    hasSecondStep: boolean;
    leftOn: string | undefined;
  };
  choices: Choice[];
  reply: FormReply | undefined;
};

/** What can be done about somebody's account. */
export function PersonForms({ person, choices, reply }: PersonFormsProps) {
  const { staffId, name, roleValue, leftOn } = person;
  if (leftOn !== undefined) return <ComeBackForm staffId={staffId} />;
  return (
    <>
      <form method="post" action={personAddress(staffId)} noValidate>
        <RadiosField
          name="role"
          label="What they are on the team"
          choices={choices}
          defaultValue={sentText(reply, "role", roleValue)}
          error={reply?.errors.role}
        />
        <Button kind="secondary">Save the role</Button>
      </form>
      <h2 className="govuk-heading-m">When they cannot sign in</h2>
      <form method="post" action={personAddress(staffId, "reset")}>
        <p className="govuk-body">
          A code to set another password goes to their address. Their password
          holds until they use it.
        </p>
        <Button kind="secondary">Send a code for another password</Button>
      </form>
      {person.hasSecondStep && (
        <form method="post" action={personAddress(staffId, "second-step")}>
          <p className="govuk-body">
            Take the second step off only when you know that it is {name} who
            asks: somebody who has their password could be asking too. They are
            signed out and told by mail, and set up another when they sign in.
          </p>
          <Button kind="secondary">Take the second step off</Button>
        </form>
      )}
      <h2 className="govuk-heading-m">When they leave</h2>
      <p className="govuk-body">
        Their account is shut and their work goes back. The next page says how
        much that is.
      </p>
      <ButtonLink to={personAddress(staffId, "disable")} kind="warning">
        Shut the account
      </ButtonLink>
    </>
  );
}

function ComeBackForm({ staffId }: { staffId: string }) {
  return (
    <form method="post" action={personAddress(staffId, "disable")}>
      <p className="govuk-body">
        Opened again, they sign in with the password and the second step that
        they had. Work that went back does not come to them again.
      </p>
      <Button kind="secondary" name="intent" value="enable">
        Open the account again
      </Button>
    </form>
  );
}

/** Beside the rest, for one's own account and a shut one too. */
export function UnlinkForm({ staffId }: { staffId: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">
        When their account with the sign-in provider is another one
      </h2>
      <form method="post" action={personAddress(staffId, "provider")}>
        <p className="govuk-body">
          Unlink it only when you know that they were given a new account there:
          whoever has their address there now could be asking too. They are
          signed out and told by mail, and linked again when they next sign in
          there.
        </p>
        <Button kind="secondary">Unlink the account</Button>
      </form>
    </>
  );
}
