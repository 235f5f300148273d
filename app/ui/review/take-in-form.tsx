import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { CheckboxesField, type Choice } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type TakeInFormProps = {
  callName: string;
  sendPath: string;
  receivedOn: string;
  dayHint: string;
  asksWhoSent: boolean;
  files: Choice[];
  reply: FormReply | undefined;
  /** The fields of the call's questions, filled in from the email. */
  children: ReactNode;
};

/** An email as it is taken in: all of it can be changed first. */
export function TakeInForm(props: TakeInFormProps) {
  const { reply, files } = props;
  return (
    <form method="post" action={props.sendPath} noValidate>
      <p className="govuk-body">
        For <bdi>{props.callName}</bdi>
      </p>
      <TextField
        {...fieldProps(reply, "receivedOn", props.receivedOn)}
        label="On which day did it come?"
        hint={props.dayHint}
        widthCharacters={10}
        autoComplete="off"
      />
      {files.length > 0 && (
        <CheckboxesField
          name="emailFiles"
          error={reply?.errors.emailFiles}
          label="Files to take in with it"
          hint="Take away what is no part of the answer, such as a logo."
          choices={files}
          defaultValue={
            reply
              ? sentList(reply, "emailFiles")
              : files.map(({ value }) => value)
          }
          isSmall
        />
      )}
      <h2 className="govuk-heading-m">Their words</h2>
      <p className="govuk-hint">
        {props.asksWhoSent
          ? "Who sent it is kept apart from the words. Take out names and signatures that stand in the words too."
          : "This call does not ask who answers, so who sent it stays in the email as it came, and nowhere else. Take out names and signatures that stand in the words."}
      </p>
      {props.children}
      <Button>Take it in</Button>
    </form>
  );
}
