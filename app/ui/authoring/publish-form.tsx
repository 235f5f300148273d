import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField } from "../text-fields.tsx";

type PublishFormProps = {
  way: "none" | "publish" | "propose" | "wait" | "decide";
  rowVersion: number;
  reply: FormReply | undefined;
};

/** What somebody can do about the changes they have looked at. */
export function PublishForm({ way, rowVersion, reply }: PublishFormProps) {
  if (way === "none") return null;
  if (way === "wait")
    return (
      <p className="govuk-body">
        You proposed this. A colleague approves it or sends it back; any change
        takes it back too.
      </p>
    );
  return (
    <form method="post" noValidate>
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {way === "publish" && (
        <Button name="step" value="publish">
          Publish
        </Button>
      )}
      {way === "propose" && (
        <Button name="step" value="propose">
          Ask a colleague to look
        </Button>
      )}
      {way === "decide" && (
        <>
          <Button name="step" value="approve">
            Approve and publish
          </Button>
          <LongTextField
            {...fieldProps(reply, "note")}
            label="Or say what should be changed first"
            hint="Whoever proposed it reads this. Name nobody who answered."
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
