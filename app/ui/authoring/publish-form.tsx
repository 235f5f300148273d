import { Button } from "../button.tsx";
import { CheckboxesField, type Choice } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";
import { LongTextField } from "../text-fields.tsx";

type PublishFormProps = {
  way: "none" | "publish" | "propose" | "wait" | "decide";
  rowVersion: number;
  reply: FormReply | undefined;
  /** What people who have begun could be asked again, where it is proposed. */
  again: { choices: Choice[]; isInWelsh: boolean } | undefined;
};

/** What somebody can do about the changes they have looked at. */
export function PublishForm(props: PublishFormProps) {
  const { way, rowVersion, reply, again } = props;
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
        <>
          {again && <AskAgainFields {...again} reply={reply} />}
          <Button name="step" value="propose">
            Ask a colleague to look
          </Button>
        </>
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

type AskAgainFieldsProps = NonNullable<PublishFormProps["again"]> &
  Pick<PublishFormProps, "reply">;

/** Which questions people who have begun must be asked again, and why: for safety or by law, and else left empty. */
function AskAgainFields({ choices, isInWelsh, reply }: AskAgainFieldsProps) {
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Must people who have begun be asked again? (for safety or by law)
        </span>
      </summary>
      <div className="govuk-details__text">
        <CheckboxesField
          name="again"
          label="Questions that must be asked again"
          hint="People who have begun are told at their next page which these are and why, once. Left empty, they finish on the version they began with."
          isSmall
          choices={choices}
          defaultValue={sentList(reply, "again")}
          error={reply?.errors["again"]}
        />
        <LongTextField
          {...fieldProps(reply, "reason")}
          label="Why, in words for them"
          hint="Such as: “The law has changed, and we must ask everybody for this.”"
          rows={3}
        />
        {isInWelsh && (
          <LongTextField
            {...fieldProps(reply, "reasonCy")}
            label="The same in Welsh"
            rows={3}
          />
        )}
      </div>
    </details>
  );
}
