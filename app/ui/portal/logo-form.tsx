import { Button } from "../button.tsx";
import { FileField } from "../file-field.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { BesideLogo, Part } from "../page-parts.tsx";
import type { Logo } from "../portal.ts";
import { TextField } from "../text-fields.tsx";

export type ShownLogo = {
  hash: string;
  picture: Logo;
  about: string;
  alt: string;
  altCy: string;
};

type LogoFormProps = {
  name: string;
  /** The review's colour, where it has one. */
  styleSheet: string | undefined;
  saved: ShownLogo | undefined;
  earlier: ShownLogo[];
  reply: (FormReply & { shown: ShownLogo | undefined }) | undefined;
};

/** The picture beside the review's name: chosen, looked at as it would stand, and saved. */
export function LogoForm(props: LogoFormProps) {
  const { saved, earlier, reply, styleSheet } = props;
  const tried = reply?.shown;
  const shown = tried ?? saved;
  return (
    <>
      {styleSheet && <link rel="stylesheet" href={styleSheet} />}
      <form method="post" encType="multipart/form-data" noValidate>
        {shown && (
          <>
            <Sample name={props.name} shown={shown} isTried={!!tried} />
            <input type="hidden" name="logo" value={shown.hash} />
          </>
        )}
        <FileField
          name="file"
          error={reply?.errors.file}
          label={shown ? "Another picture" : "Picture"}
          hint="A PNG or a JPEG, some 500 pixels wide. It is drawn anew, without what its file says of its maker."
          acceptedExtensions={[".png", ".jpg", ".jpeg"]}
        />
        <TextField
          {...fieldProps(reply, "alt", shown?.alt)}
          label="What it says, for people who cannot see it"
          hint="Such as “Department for Education”. Not “logo of”: the name of the review follows it."
          autoComplete="off"
        />
        <TextField
          {...fieldProps(reply, "altCy", shown?.altCy)}
          label="The same in Welsh (optional)"
          autoComplete="off"
        />
        <div className="govuk-button-group">
          {/* The first button is the one that Enter presses: it changes nothing. */}
          <Button
            name="step"
            value="show"
            kind={shown ? "secondary" : "primary"}
          >
            Show it
          </Button>
          {shown && (
            <Button name="step" value="save">
              {tried ? "Use this logo" : "Save"}
            </Button>
          )}
          {saved && !tried && (
            <Button name="step" value="remove" kind="secondary">
              Take it off
            </Button>
          )}
        </div>
      </form>
      {earlier.length > 0 && <Earlier earlier={earlier} />}
    </>
  );
}

function Sample({
  name,
  shown,
  isTried,
}: {
  name: string;
  shown: ShownLogo;
  isTried: boolean;
}) {
  return (
    <>
      <p className="govuk-body">
        {isTried
          ? "Preview: the public does not see this yet."
          : "This stands at the top of every public page."}{" "}
        {shown.about}
      </p>
      <div className="heard-accent-sample">
        <div className="heard-masthead">
          <div className="heard-masthead__inner">
            <BesideLogo logo={shown.picture}>
              <span className="heard-masthead__name heard-accent-sample__name">
                {name}
              </span>
            </BesideLogo>
            <p className="heard-masthead__by">Heard</p>
          </div>
        </div>
      </div>
    </>
  );
}

/** What stood before comes back by the same way: it is shown first. */
function Earlier({ earlier }: { earlier: ShownLogo[] }) {
  return (
    <Part heading="Logos that stood before">
      {earlier.map(({ hash, picture, alt, altCy }) => {
        const { isLight: _isLight, ...shown } = picture;
        return (
          <form
            method="post"
            encType="multipart/form-data"
            className="heard-earlier-logo"
            key={hash}
          >
            <img {...shown} className="heard-earlier-logo__picture" />
            <input type="hidden" name="logo" value={hash} />
            <input type="hidden" name="alt" value={alt} />
            <input type="hidden" name="altCy" value={altCy} />
            <Button name="step" value="show" kind="secondary">
              Show this one
              <span className="govuk-visually-hidden">: {alt}</span>
            </Button>
          </form>
        );
      })}
    </Part>
  );
}
