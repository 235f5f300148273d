import { Button } from "../button.tsx";
import { Part } from "../page-parts.tsx";

type SettleFormProps = {
  screen: {
    rowVersion: number;
    previewHref: string;
    publish: string | undefined;
    discard: string | undefined;
    takeDown: string | undefined;
  };
  gaps: string[];
};

/** Publishes a page, throws its change away or takes it down. */
export function SettleForm({ screen, gaps }: SettleFormProps) {
  const { rowVersion, publish, discard, takeDown } = screen;
  const ways = [
    { step: "publish", heading: "Publish it", about: publish },
    { step: "discard", heading: "Throw the change away", about: discard },
    { step: "take-down", heading: "Take it down", about: takeDown },
  ].flatMap(({ about, ...way }) => (about ? [{ ...way, about }] : []));
  return (
    <>
      {gaps.length > 0 && (
        <Part heading="Before you publish it">
          <p className="govuk-body">
            You can publish it as it is. You may want to know:
          </p>
          <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Part>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={screen.previewHref}>
          See it as the public will
        </a>
      </p>
      {ways.length === 0 && (
        <p className="govuk-body">There is nothing to publish yet.</p>
      )}
      {ways.map(({ step, heading, about }) => (
        <Part heading={heading} key={step}>
          <p className="govuk-body">{about}</p>
          <form method="post" noValidate>
            <input type="hidden" name="rowVersion" value={rowVersion} />
            <Button
              name="step"
              value={step}
              kind={step === "publish" ? "primary" : "secondary"}
            >
              {heading}
            </Button>
          </form>
        </Part>
      ))}
    </>
  );
}
