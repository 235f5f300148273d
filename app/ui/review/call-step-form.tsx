import { Button } from "../button.tsx";
import { RadiosField } from "../choice-fields.tsx";
import { ChangePreview } from "../codebook/change-preview.tsx";
import { ConfirmChange } from "../codebook/confirm-change.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type Preview = { lines: string[]; seal: string };

type CallStepFormProps = {
  screen: {
    confirm: string;
    backHref: string;
    asks: "opening" | "closing" | undefined;
    asksWho: boolean;
    told: string | undefined;
  };
  reply: FormReply | undefined;
  which: { value: string; label: string }[];
  /** What a step that asks for nothing comes to. */
  ready: Preview | undefined;
  /** What it comes to with what was typed. */
  shown: Preview | undefined;
};

/** When a step is taken, what comes of it, and the button that takes it. */
export function CallStepForm(props: CallStepFormProps) {
  const { screen, ready, shown, reply } = props;
  if (!screen.asks) return <PlainStep {...props} preview={shown ?? ready} />;
  return (
    <form method="post" noValidate>
      {shown && <ConfirmChange preview={shown} label={screen.confirm} />}
      {screen.told && <p className="govuk-body">{screen.told}</p>}
      {screen.asks === "opening" && (
        <RadiosField
          {...fieldProps(reply, "when", "now")}
          label="When does it open?"
          choices={[
            { value: "now", label: "As soon as a colleague approves it" },
            { value: "later", label: "At a time, by itself" },
          ]}
        />
      )}
      <MomentFields
        {...props}
        names={{ day: "day", time: "time", which: "which" }}
        hint={screen.asks === "opening" ? " (only for a time)" : ""}
      />
      {screen.asks === "opening" && <ClosingFields {...props} />}
      {screen.asksWho && (
        <TextField
          {...fieldProps(reply, "decidedBy")}
          label="Who decided it (optional)"
          hint="The public reads this: “the Chair”, “the review’s board”. Left empty, it says “the review”. Name nobody who does not want it."
          autoComplete="off"
        />
      )}
      <Button
        kind={shown ? "secondary" : "primary"}
        name="step"
        value="preview"
      >
        Show what the public will see
      </Button>
    </form>
  );
}

/** A closing may be told with the opening. */
function ClosingFields(props: CallStepFormProps) {
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        When does it close? (optional)
      </legend>
      <p className="govuk-hint">
        The public is told this from the beginning. Left empty, no closing is
        told yet.
      </p>
      <MomentFields
        {...props}
        names={{
          ...{ day: "closingDay", time: "closingTime" },
          which: "closingWhich",
        }}
        hint=" of closing"
      />
    </fieldset>
  );
}

type MomentFieldsProps = Pick<CallStepFormProps, "reply" | "which"> & {
  names: { day: string; time: string; which: string };
  /** Behind the names of the fields. */
  hint: string;
};

/** A day and a time of day, and which of the two where it comes twice. */
export function MomentFields({ reply, which, names, hint }: MomentFieldsProps) {
  const asksWhich =
    sentText(reply, names.which) !== "" || reply?.errors[names.which];
  return (
    <>
      <TextField
        {...fieldProps(reply, names.day)}
        label={`Day${hint}`}
        hint="Such as 31 January 2027, or 31/1/2027"
        autoComplete="off"
        widthCharacters={20}
      />
      <TextField
        {...fieldProps(reply, names.time)}
        label={`Time${hint}, UK time`}
        hint="Such as 17:00 or 5pm"
        autoComplete="off"
        widthCharacters={10}
      />
      {asksWhich && (
        <RadiosField
          {...fieldProps(reply, names.which)}
          label="Which of the two?"
          choices={which}
        />
      )}
    </>
  );
}

function PlainStep({
  screen,
  preview,
}: CallStepFormProps & { preview: Preview | undefined }) {
  if (!preview) return null;
  return (
    <form method="post" noValidate>
      <ChangePreview lines={preview.lines} />
      <input type="hidden" name="seen" value={preview.seal} />
      <div className="govuk-button-group">
        <Button kind="warning" name="step" value="confirm">
          {screen.confirm}
        </Button>
        <a className="govuk-link" href={screen.backHref}>
          Leave it as it is
        </a>
      </div>
    </form>
  );
}
