import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField } from "../text-fields.tsx";

type OpeningFormProps = {
  seal: string;
  /** Whoever looks asked for it. */
  isOwn: boolean;
  reply: FormReply | undefined;
};

/** What somebody can do about a call that is asked to be opened. */
export function OpeningForm({ seal, isOwn, reply }: OpeningFormProps) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seal} />
      {isOwn ? (
        <>
          <p className="govuk-body">
            A colleague approves this or sends it back; any change of its words
            or times takes it back too.
          </p>
          <Button kind="secondary" name="step" value="take-back">
            Take it back
          </Button>
        </>
      ) : (
        <>
          <Button name="step" value="approve">
            Approve the opening
          </Button>
          <LongTextField
            {...fieldProps(reply, "note")}
            label="Or say what should be changed first"
            hint="Whoever asked for it reads this. Name nobody who answered."
            rows={4}
          />
          <Button kind="secondary" name="step" value="return">
            Send it back
          </Button>
        </>
      )}
    </form>
  );
}
