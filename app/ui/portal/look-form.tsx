import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";

type Shown = { accent: string; styleSheet: string; about: string };

type LookFormProps = {
  name: string;
  saved: Shown | undefined;
  reply:
    | (FormReply & { shown: Shown | undefined; offered: string | undefined })
    | undefined;
};

/** The colour behind the review's name: typed, shown as it would be, and saved. */
export function LookForm({ name, saved, reply }: LookFormProps) {
  const shown = reply ? reply.shown : saved;
  const offered = reply?.offered;
  return (
    <>
      <form method="post" noValidate>
        <TextField
          {...fieldProps(reply, "accent", saved?.accent)}
          label="Colour behind the name"
          hint="As # and six digits or letters, such as #0b3440. The name stands on it in white."
          autoComplete="off"
          spellCheck={false}
          widthCharacters={10}
        />
        {shown && <Sample name={name} shown={shown} />}
        <div className="govuk-button-group">
          <Button name="step" value="show" kind="secondary">
            Show it
          </Button>
          <Button name="step" value="save">
            Save
          </Button>
          {saved && (
            <Button name="step" value="remove" kind="secondary">
              Go back to the portal’s own
            </Button>
          )}
        </div>
      </form>
      {offered && (
        <form method="post" noValidate>
          <input type="hidden" name="accent" value={offered} />
          <Button name="step" value="show" kind="secondary">
            Show {offered}
          </Button>
        </form>
      )}
    </>
  );
}

function Sample({ name, shown }: { name: string; shown: Shown }) {
  return (
    <>
      <link rel="stylesheet" href={shown.styleSheet} />
      <div className="heard-accent-sample">
        <div className="heard-masthead">
          <div className="heard-masthead__inner">
            <span className="heard-masthead__name heard-accent-sample__name">
              {name}
            </span>
            <p className="heard-masthead__by">Heard</p>
          </div>
        </div>
      </div>
      <p className="govuk-body">{shown.about}</p>
    </>
  );
}
