import { Button } from "../button.tsx";
import {
  CheckboxesField,
  type Choice,
  RadiosField,
} from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";
import { MomentFields } from "../review/call-step-form.tsx";
import { LongTextField } from "../text-fields.tsx";

type PublishFormProps = {
  way: "none" | "publish" | "propose" | "wait" | "decide" | "set";
  rowVersion: number;
  reply: FormReply | undefined;
  /** Which of an hour that comes twice. */
  whichChoices: Choice[];
  /** What people who have begun could be asked again, where it is proposed. */
  again: { choices: Choice[]; isInWelsh: boolean } | undefined;
};

/** What somebody can do about the changes they have looked at. */
export function PublishForm(props: PublishFormProps) {
  const { way, rowVersion, reply, again } = props;
  if (way === "none") return null;
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
      {way === "wait" && (
        <p className="govuk-body">
          You proposed this. A colleague approves it or sends it back; any
          change takes it back too.
        </p>
      )}
      {(way === "wait" || way === "propose") && <AloneFields reply={reply} />}
      {way === "set" && (
        <Button kind="secondary" name="step" value="cancel">
          Do not publish it at that time
        </Button>
      )}
      {way === "decide" && (
        <>
          <RadiosField
            {...fieldProps(reply, "when", "now")}
            label="When is it published?"
            choices={[
              { value: "now", label: "Now, as soon as you approve it" },
              { value: "later", label: "At a time, by itself" },
            ]}
          />
          <MomentFields
            reply={reply}
            which={props.whichChoices}
            names={{ day: "day", time: "time", which: "which" }}
            hint=" (only for a time)"
          />
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
    <details
      className="govuk-details"
      open={Boolean(reply?.errors["again"] ?? reply?.errors["reason"])}
    >
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

/** For what must not wait until a colleague can be reached. */
function AloneFields({ reply }: Pick<PublishFormProps, "reply">) {
  return (
    <details
      className="govuk-details"
      open={reply?.errors["aloneReason"] !== undefined}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Publish it alone, in an emergency
        </span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          For what harms somebody while it stands. The call is flagged for the
          whole team until a colleague has looked.
        </p>
        <LongTextField
          {...fieldProps(reply, "aloneReason")}
          label="Why it cannot wait"
          hint="The colleague who looks afterwards reads this. Name nobody who answered."
          rows={3}
        />
        <Button kind="warning" name="step" value="alone">
          Publish it alone
        </Button>
      </div>
    </details>
  );
}
